/** Finds what this machine lacks for the course, and says how to mend it. */
@NullMarked
package practicum.doctor;

import org.jspecify.annotations.NullMarked;
