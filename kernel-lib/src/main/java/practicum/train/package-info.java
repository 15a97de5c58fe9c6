/** Training: an objective and a recipe in, parameters and a loss curve out. */
@NullMarked
package practicum.train;

import org.jspecify.annotations.NullMarked;
