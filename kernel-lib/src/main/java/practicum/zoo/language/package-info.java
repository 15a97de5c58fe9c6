/** The language model {@code world}: its plan, and what it is measured to do. */
@NullMarked
package practicum.zoo.language;

import org.jspecify.annotations.NullMarked;
