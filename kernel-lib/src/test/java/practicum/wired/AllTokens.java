package practicum.wired;

import java.util.List;
import java.util.stream.IntStream;
import practicum.model.Transformer;
import practicum.token.Tokens;

/** Every text of a length that can be made of some words. */
final class AllTokens {
    private AllTokens() {}

    /** One row for each text, {@code <bos>} in front. */
    static Tokens of(Transformer model, List<String> words, int length) {
        int texts = (int) Math.pow(words.size(), length);
        return model.tokenizer()
                .tokens(IntStream.range(0, texts)
                        .mapToObj(i -> text(i, words, length))
                        .toArray(String[]::new));
    }

    private static String text(int number, List<String> words, int length) {
        StringBuilder text = new StringBuilder();
        for (int rest = number, i = 0; i < length; i++, rest /= words.size()) {
            text.append(words.get(rest % words.size())).append(' ');
        }
        return text.toString();
    }
}
