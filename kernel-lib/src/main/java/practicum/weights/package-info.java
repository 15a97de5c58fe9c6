/** What a model's parameters say before it runs: products of matrices, how they compose, and simpler equal models. */
@NullMarked
package practicum.weights;

import org.jspecify.annotations.NullMarked;
