/** Synthetic worlds: text whose every fact is known, generated from a seed. */
@NullMarked
package practicum.world;

import org.jspecify.annotations.NullMarked;
