/** An answer as data: what a check cell hands over, how two of them are compared, and what a reader is told. */
@NullMarked
package practicum.answer;

import org.jspecify.annotations.NullMarked;
