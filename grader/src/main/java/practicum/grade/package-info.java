/** Grading a folder of submissions: every one gets a row, and none stops the others. */
@NullMarked
package practicum.grade;

import org.jspecify.annotations.NullMarked;
