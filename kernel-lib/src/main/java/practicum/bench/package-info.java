/** Measures how fast the library is, beside the same work done naively and the machine's limit. */
@NullMarked
package practicum.bench;

import org.jspecify.annotations.NullMarked;
