/** Text as token ids, and back. */
@NullMarked
package practicum.token;

import org.jspecify.annotations.NullMarked;
