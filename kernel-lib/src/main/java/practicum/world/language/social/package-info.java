/** Professions with a planted bias, moods, rudeness, and dialogues that tell who speaks. */
@NullMarked
package practicum.world.language.social;

import org.jspecify.annotations.NullMarked;
