/** Tasks whose causal model is known and can be run: what a network that solves them may be aligned with. */
@NullMarked
package practicum.world.causal;

import org.jspecify.annotations.NullMarked;
