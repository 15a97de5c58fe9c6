/** The real thing: a Jupyter server, its clients, a browser. */
@NullMarked
package practicum.live;

import org.jspecify.annotations.NullMarked;
