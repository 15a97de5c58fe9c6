/** Training: a recipe and a text in, a model's folder and its measured card out. */
@NullMarked
package practicum.train;

import org.jspecify.annotations.NullMarked;
