/** Small tasks with known answers: years, colours, lists, forms of words. */
@NullMarked
package practicum.world.language.task;

import org.jspecify.annotations.NullMarked;
