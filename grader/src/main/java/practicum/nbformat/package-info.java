/** Jupyter notebooks as data: reading and writing nbformat 4. */
@NullMarked
package practicum.nbformat;

import org.jspecify.annotations.NullMarked;
