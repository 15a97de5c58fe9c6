/** The transformer: its configuration, its weights, runs and generation. */
@NullMarked
package practicum.model;

import org.jspecify.annotations.NullMarked;
