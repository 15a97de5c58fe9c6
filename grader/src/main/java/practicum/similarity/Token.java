package practicum.similarity;

/**
 * One token of Java, without what a name or a number is.
 *
 * @param kind the token's own text for keywords and operators; a letter for names, numbers, characters and texts
 * @param line the line that it stands on, counted from 0
 */
record Token(String kind, int line) {}
