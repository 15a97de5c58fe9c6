/** A class's grades in one SQLite file: attempts, verdicts, marks by persons, comments, extensions and their history. */
@NullMarked
package practicum.gradebook;

import org.jspecify.annotations.NullMarked;
