package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import practicum.answer.Expectations;

/** The line at the top of a notebook: which practicum it is, and whether checks give verdicts. */
final class PracticumCard {
    private PracticumCard() {}

    static DisplayData of(Expectations expectations) {
        int exercises = expectations.exercises().size();
        return card(
                expectations.title(),
                "%d %s. Check cells say at once whether an answer is right."
                        .formatted(exercises, exercises == 1 ? "exercise" : "exercises"));
    }

    static DisplayData withoutVerdicts(String stem, String why) {
        return card(stem, "Check cells hand answers over, but give no verdicts: " + why + ".");
    }

    private static DisplayData card(String title, String text) {
        var data = new DisplayData(title + "\n" + text);
        data.putHTML(("<div style=\"border-left:5px solid #7a7a7a;background:" + Html.TINT
                        + ";padding:.5em .9em;margin:.2em 0;max-width:60em\"><b>%s</b><div>%s</div></div>")
                .formatted(Html.escape(title), Html.escape(text)));
        return data;
    }
}
