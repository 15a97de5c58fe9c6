/** Interpretability methods, one class each. */
@NullMarked
package practicum.method;

import org.jspecify.annotations.NullMarked;
