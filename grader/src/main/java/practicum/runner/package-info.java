/** Runs cells in a process of their own: the only package that meets student code. */
@NullMarked
package practicum.runner;

import org.jspecify.annotations.NullMarked;
