/** More features than dimensions: sparse features with known statistics, planted in directions that are known. */
@NullMarked
package practicum.world.superposition;

import org.jspecify.annotations.NullMarked;
