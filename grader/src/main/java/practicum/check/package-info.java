/** Grading one notebook: its cells run beside the solution's, and what both hand over is compared outside. */
@NullMarked
package practicum.check;

import org.jspecify.annotations.NullMarked;
