package practicum.world.binding;

/**
 * A word of a text that stands for something.
 *
 * @param kind what kind of thing
 * @param index which of that kind, from 0, in the order in which the text introduces them; a country has the index of the
 *     entity whose country it is
 * @param word the word
 * @param position its token: {@code <bos>} is token 0, the first word token 1
 */
public record Mention(Kind kind, int index, String word, int position) {}
