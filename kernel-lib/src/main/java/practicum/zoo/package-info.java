/** The models that ship: what each is made from, how it is trained, and what it was measured to do. */
@NullMarked
package practicum.zoo;

import org.jspecify.annotations.NullMarked;
