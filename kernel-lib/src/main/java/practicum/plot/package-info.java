/** Values to figures: static pictures with a text twin, the same in every front end. */
@NullMarked
package practicum.plot;

import org.jspecify.annotations.NullMarked;
