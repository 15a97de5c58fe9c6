/** Jupyter and the machine beneath it: the kernel installed, a server started and ended, a check-up. */
@NullMarked
package practicum.jupyter;

import org.jspecify.annotations.NullMarked;
