/** What hostile and broken submissions do, as data, and the proof that the grader on this host withstands it. */
@NullMarked
package practicum.attack;

import org.jspecify.annotations.NullMarked;
