/** What DJL lacks in an array: a handle that frees itself, linear algebra, axis names in messages. */
@NullMarked
package practicum.tensor;

import org.jspecify.annotations.NullMarked;
