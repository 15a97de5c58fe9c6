/** The models {@code grammar} and {@code grammar-causal}: their plans, and what they are measured to do. */
@NullMarked
package practicum.zoo.grammar;

import org.jspecify.annotations.NullMarked;
