/** The models {@code credit}, {@code screen} and {@code screen-fair}: their plans, and what they are measured to do. */
@NullMarked
package practicum.zoo.table;

import org.jspecify.annotations.NullMarked;
