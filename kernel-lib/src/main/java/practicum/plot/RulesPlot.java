package practicum.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import practicum.plot.Shape.Anchor;

/** A decision set, rule by rule: its conditions, its outcome, how many cases it covers and how often it is right. */
final class RulesPlot {
    private static final double LINE = 20;
    private static final double PAD = 8;
    private static final double CONDITIONS = 370;
    private static final double OUTCOME = 120;
    private static final double BAR = 118;
    private static final double OUTCOME_AT = CONDITIONS + 12;
    private static final double BAR_AT = OUTCOME_AT + OUTCOME + 12;

    private final List<DecisionRule> rules;
    private final List<String> outcomes;
    private final int most;
    private final Canvas canvas = new Canvas();

    private RulesPlot(List<DecisionRule> rules) {
        this.rules = rules;
        this.outcomes = rules.stream().map(DecisionRule::outcome).distinct().toList();
        this.most =
                Math.max(1, rules.stream().mapToInt(DecisionRule::cases).max().orElse(1));
    }

    static Figure of(List<DecisionRule> rules) {
        Require.some(Require.all(rules, "rules").size(), "rules");
        return Figure.of(new RulesPlot(rules).draw(), twin(rules), "Decision set");
    }

    private Picture draw() {
        canvas.text(0, 11, "conditions", Theme.SMALL, Theme.MUTED, Anchor.START);
        canvas.text(OUTCOME_AT, 11, "outcome", Theme.SMALL, Theme.MUTED, Anchor.START);
        canvas.text(BAR_AT, 11, "cases, right ones stronger", Theme.SMALL, Theme.MUTED, Anchor.START);
        double y = 18;
        for (DecisionRule rule : rules) {
            canvas.line(0, y, Theme.CONTENT, y, Theme.GRID);
            y = draw(rule, y);
        }
        return canvas.sized(Theme.CONTENT, y);
    }

    private double draw(DecisionRule rule, double top) {
        List<String> lines = lines(rule);
        for (int i = 0; i < lines.size(); i++) {
            Font font = rule.conditions().isEmpty() ? Theme.LABEL : Theme.TOKEN;
            canvas.text(0, top + PAD + 13 + i * LINE, lines.get(i), font, Theme.INK, Anchor.START);
        }
        double middle = top + PAD + LINE / 2;
        Rgb color = Palette.categorical(outcomes.indexOf(rule.outcome()));
        canvas.add(new Shape.Box(OUTCOME_AT, middle - 5, 10, 10, 2, color, null));
        String outcome = Theme.LABEL.toBold().fit(rule.outcome(), OUTCOME - 18);
        canvas.text(OUTCOME_AT + 16, middle + 4, outcome, Theme.LABEL.toBold(), Theme.INK, Anchor.START);
        double all = BAR * rule.cases() / most;
        canvas.box(BAR_AT, middle - 7, all, 14, Rgb.WHITE.mix(color, 0.3));
        canvas.box(BAR_AT, middle - 7, all * rule.precision(), 14, color);
        String numbers = "%d of %d".formatted(rule.right(), rule.cases());
        canvas.text(Theme.CONTENT, middle + 4, numbers, Theme.SMALL, Theme.MUTED, Anchor.END);
        double height = 2 * PAD + LINE * lines.size();
        canvas.hint(0, top, Theme.CONTENT, height, sentence(rule));
        return top + height;
    }

    /** One condition to a line, or several where they are short. */
    private static List<String> lines(DecisionRule rule) {
        if (rule.conditions().isEmpty()) {
            return List.of("otherwise");
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String condition : rule.conditions()) {
            String longer = line.isEmpty() ? condition : line + " and " + condition;
            if (!line.isEmpty() && Theme.TOKEN.width(longer) > CONDITIONS) {
                lines.add(line + " and");
                longer = condition;
            }
            line = longer;
        }
        lines.add(line);
        return lines.stream().map(each -> Theme.TOKEN.fit(each, CONDITIONS)).toList();
    }

    private static String sentence(DecisionRule rule) {
        return "%s: %s; right in %d of %d cases%s"
                .formatted(
                        rule.words(),
                        rule.outcome(),
                        rule.right(),
                        rule.cases(),
                        rule.cases() == 0 ? "" : String.format(Locale.ROOT, " (%.0f %%)", 100 * rule.precision()));
    }

    private static String twin(List<DecisionRule> rules) {
        StringBuilder text = new StringBuilder();
        rules.forEach(rule -> text.append(sentence(rule)).append('\n'));
        return text.toString();
    }
}
