/** The model {@code grokking}: its plan, and what it is measured to do. */
@NullMarked
package practicum.zoo.arithmetic;

import org.jspecify.annotations.NullMarked;
