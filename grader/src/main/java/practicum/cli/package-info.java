/** The command line. */
@NullMarked
package practicum.cli;

import org.jspecify.annotations.NullMarked;
