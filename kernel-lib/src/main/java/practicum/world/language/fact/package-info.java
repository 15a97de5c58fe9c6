/** People, cities and countries; what is true of them, what follows by rules, and what an edit changes. */
@NullMarked
package practicum.world.language.fact;

import org.jspecify.annotations.NullMarked;
