/** The proof that a practicum can be released. */
@NullMarked
package practicum.verify;

import org.jspecify.annotations.NullMarked;
