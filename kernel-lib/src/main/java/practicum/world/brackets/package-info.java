/** Languages of things that open and must close: brackets and quotes in small code, and bounded Dyck languages. */
@NullMarked
package practicum.world.brackets;

import org.jspecify.annotations.NullMarked;
