/** Named points of the forward pass, and what may be done there. */
@NullMarked
package practicum.hook;

import org.jspecify.annotations.NullMarked;
