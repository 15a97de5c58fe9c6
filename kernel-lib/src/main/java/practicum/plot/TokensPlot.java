package practicum.plot;

import java.util.List;
import java.util.function.DoubleFunction;

/** A text whose tokens are coloured by a value each, over a legend. */
final class TokensPlot {
    private TokensPlot() {}

    static Figure of(TokenValues tokens, Scale scale) {
        Require.given(scale, "scale");
        Picture flow = TokenFlow.of(tokens, scale, Theme.CONTENT);
        Picture legend = ColorBar.of(scale);
        Picture picture = new Canvas()
                .place(0, 0, flow)
                .place(0, flow.height() + 10, legend)
                .sized(Math.max(flow.width(), legend.width()), flow.height() + 10 + legend.height());
        return Figure.of(picture, twin(tokens, scale), "");
    }

    private static String twin(TokenValues tokens, Scale scale) {
        DoubleFunction<String> number = Digits.alike(2, tokens.array());
        TextTable table = new TextTable();
        for (int i = 0; i < tokens.size(); i++) {
            table.row(tokens.shown(i), List.of(number.apply(tokens.value(i))));
        }
        return "Each token and its %s:\n%s".formatted(scale.label(), table);
    }
}
