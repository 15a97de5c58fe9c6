/** Indirect object identification, written so that the easy ways round it fail. */
@NullMarked
package practicum.world.language.ioi;

import org.jspecify.annotations.NullMarked;
