/** Things bound to each other in context: people and what is theirs, boxes and what is in them, beliefs and who saw what. */
@NullMarked
package practicum.world.binding;

import org.jspecify.annotations.NullMarked;
