/** What learning platforms hand over: their folders, file names and archives, and whose each submission is. */
@NullMarked
package practicum.inbox;

import org.jspecify.annotations.NullMarked;
