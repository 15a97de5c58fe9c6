/** A made-up English whose grammar is known: sentences with their trees, tags and agreement. */
@NullMarked
package practicum.world.grammar;

import org.jspecify.annotations.NullMarked;
