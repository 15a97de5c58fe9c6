/** The Java of cells, read as syntax trees and never run: what it names, and small changes of it. */
@NullMarked
package practicum.syntax;

import org.jspecify.annotations.NullMarked;
