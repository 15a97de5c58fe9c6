/** Pages for people to read: executed notebooks, feedback, reports. Self-contained, without scripts, escaped. */
@NullMarked
package practicum.report;

import org.jspecify.annotations.NullMarked;
