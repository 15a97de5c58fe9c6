package practicum.world.language.atlas;

import practicum.world.language.task.Year;

/**
 * Something that has a year: a sight that was built in it, or an event.
 *
 * @param name two words, neither of which names it alone
 * @param isEvent whether it happened; otherwise it was built
 * @param year when
 */
public record Dated(String name, boolean isEvent, Year year) {}
