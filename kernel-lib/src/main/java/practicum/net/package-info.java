/** Small dense and convolutional nets, with the same hooks and interventions as transformers. */
@NullMarked
package practicum.net;

import org.jspecify.annotations.NullMarked;
