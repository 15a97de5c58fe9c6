/** The model {@code binding}: its plan, and what it is measured to do. */
@NullMarked
package practicum.zoo.binding;

import org.jspecify.annotations.NullMarked;
