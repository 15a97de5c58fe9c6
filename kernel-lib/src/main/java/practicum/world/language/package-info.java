/** The language world: its parts in one training text. */
@NullMarked
package practicum.world.language;

import org.jspecify.annotations.NullMarked;
