/** From a practicum's source to the files that are released: notebooks and expectations. */
@NullMarked
package practicum.build;

import org.jspecify.annotations.NullMarked;
