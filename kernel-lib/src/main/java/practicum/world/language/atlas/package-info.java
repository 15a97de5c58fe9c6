/** A map and a timeline: places with coordinates, things with years, and text that compares them. */
@NullMarked
package practicum.world.language.atlas;

import org.jspecify.annotations.NullMarked;
