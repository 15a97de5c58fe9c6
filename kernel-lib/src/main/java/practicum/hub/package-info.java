/** The Hugging Face hub and its cache: finds, downloads and verifies the files of a model. */
@NullMarked
package practicum.hub;

import org.jspecify.annotations.NullMarked;
