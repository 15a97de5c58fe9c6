/** How far a long computation is, wherever it runs: a bar in a notebook or on a terminal, lines in a log. */
@NullMarked
package practicum.progress;

import org.jspecify.annotations.NullMarked;
