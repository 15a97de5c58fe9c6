/** The language world, second edition: its parts in one training text. */
@NullMarked
package practicum.world.language;

import org.jspecify.annotations.NullMarked;
