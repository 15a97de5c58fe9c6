/** The only package that knows Jupyter: evaluates cells, shows values, carries answers. */
@NullMarked
package practicum.notebook;

import org.jspecify.annotations.NullMarked;
