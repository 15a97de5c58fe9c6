/** The text source of a practicum, read into a typed model. */
@NullMarked
package practicum.source;

import org.jspecify.annotations.NullMarked;
