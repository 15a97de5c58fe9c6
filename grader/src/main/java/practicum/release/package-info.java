/** What students get: notebooks, library, natives and models in one folder, searched for what they must not get. */
@NullMarked
package practicum.release;

import org.jspecify.annotations.NullMarked;
