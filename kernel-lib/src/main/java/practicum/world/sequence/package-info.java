/** Sequences of syllables from a known Markov chain, some of them said twice: for induction and its controls. */
@NullMarked
package practicum.world.sequence;

import org.jspecify.annotations.NullMarked;
