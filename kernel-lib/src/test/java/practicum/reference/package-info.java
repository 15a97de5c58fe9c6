/**
 * Transformers once more, in double precision and plain loops: the yardstick for the library's loader and forward pass.
 *
 * <p>Nothing here uses the library. Each family follows Hugging Face's {@code transformers}; where versions differ, the
 * newest decides, unless the class says otherwise.
 */
@NullMarked
package practicum.reference;

import org.jspecify.annotations.NullMarked;
