/** The models {@code shapes} and {@code shapes-watermark}: their plans, and what they are measured to do. */
@NullMarked
package practicum.zoo.picture;

import org.jspecify.annotations.NullMarked;
