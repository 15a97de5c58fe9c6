/** Tables whose every effect is known: functions, credit, job applications, reviews, and the toy data of 1986. */
@NullMarked
package practicum.world.table;

import org.jspecify.annotations.NullMarked;
