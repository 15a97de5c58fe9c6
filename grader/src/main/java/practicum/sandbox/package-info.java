/** What stands between a student's code and the machine that grades it. */
@NullMarked
package practicum.sandbox;

import org.jspecify.annotations.NullMarked;
