/** The models {@code equality} and {@code price}: their plans, and what they are measured to do. */
@NullMarked
package practicum.zoo.causal;

import org.jspecify.annotations.NullMarked;
