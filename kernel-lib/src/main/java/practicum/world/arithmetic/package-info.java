/** Sums on a circle: addition modulo a prime, and days and months counted on and back. */
@NullMarked
package practicum.world.arithmetic;

import org.jspecify.annotations.NullMarked;
