/** Transformers whose weights are set by hand, so that what each of their parts does is known: positive controls. */
@NullMarked
package practicum.wired;

import org.jspecify.annotations.NullMarked;
