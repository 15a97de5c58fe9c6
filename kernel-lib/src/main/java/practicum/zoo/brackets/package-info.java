/** The models {@code brackets} and {@code brackets-sparse}: their plans, and what they are measured to do. */
@NullMarked
package practicum.zoo.brackets;

import org.jspecify.annotations.NullMarked;
