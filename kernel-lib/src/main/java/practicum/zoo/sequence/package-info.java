/** The models {@code induction} and {@code induction-1-layer}: their plans, and what they are measured to do. */
@NullMarked
package practicum.zoo.sequence;

import org.jspecify.annotations.NullMarked;
