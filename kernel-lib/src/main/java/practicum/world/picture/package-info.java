/** Pictures whose every object is known: shapes, curves and gratings with exact masks, and a planted watermark. */
@NullMarked
package practicum.world.picture;

import org.jspecify.annotations.NullMarked;
