package practicum.world.language.ioi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.tensor.Seeds;
import practicum.world.Lexicon;
import practicum.world.Split;

class IoiStoriesTest {
    private static final int CASES = 3_000;
    private static final List<String> ACTS =
            List.of("gave", "handed", "decided", "passed", "brought", "kept", "took", "bought", "sold");

    private final IoiStories ioi = new IoiStories();

    private List<IoiCase> cases(IoiFamily family, Split split) {
        return ioi.cases(family, split, CASES, Seeds.random(family.ordinal()));
    }

    /** Reads plain words: the actor stands before the last verb of giving, but for an aside between commas. */
    private static String actor(List<String> words) {
        int verb = IntStream.range(0, words.size())
                .filter(i -> ACTS.contains(words.get(i)))
                .max()
                .orElseThrow();
        int end = words.get(verb - 1).equals(",") ? words.subList(0, verb - 1).lastIndexOf(",") : verb;
        return words.get(end - 1);
    }

    private static List<String> pair(List<String> words) {
        int and = IntStream.range(1, words.size() - 1)
                .filter(i -> words.get(i).equals("and")
                        && Lexicon.FIRST_NAMES.contains(words.get(i - 1))
                        && Lexicon.FIRST_NAMES.contains(words.get(i + 1)))
                .findFirst()
                .orElseThrow();
        return List.of(words.get(and - 1), words.get(and + 1));
    }

    @Test
    void theVerbSaysWhoTheAnswerIs() {
        for (IoiFamily family : IoiFamily.values()) {
            for (IoiCase each : cases(family, Split.TRAIN)) {
                List<String> words = each.words();
                String actor = actor(words);
                List<String> pair = pair(words);
                List<String> others =
                        pair.stream().filter(name -> !name.equals(actor)).toList();
                boolean actorKeeps = words.stream().anyMatch(List.of("kept", "took", "bought")::contains);
                assertThat(words.get(words.size() - 1)).isEqualTo("to");
                if (family == IoiFamily.STRANGER) {
                    assertThat(others).hasSize(2).contains(each.answer(), each.foil());
                } else {
                    assertThat(List.of(each.answer()))
                            .as(each.toString())
                            .isEqualTo(actorKeeps ? List.of(actor) : others);
                    assertThat(pair).containsExactlyInAnyOrder(each.answer(), each.foil());
                }
            }
        }
    }

    @Test
    void noShortcutFindsTheIndirectObject() {
        List<IoiCase> giving = cases(IoiFamily.GIVING, Split.TRAIN);
        for (IoiShortcut shortcut : IoiShortcut.values()) {
            assertThat(shortcut.accuracy(giving)).as(shortcut.name()).isBetween(0.42, 0.58);
        }
        assertThat(IoiShortcut.table(giving).rowCount()).isEqualTo(IoiShortcut.values().length);
    }

    @Test
    void shortcutsWorkOnTheSentencesOfThePaperOnWhichTheyWouldDo() {
        List<IoiCase> plain = ioi.giving(IoiForm.PLAIN, Split.TRAIN, CASES, Seeds.random(2)).stream()
                .filter(each -> each.mentions().size() == 3)
                .toList();
        assertThat(IoiShortcut.LEAST_NAMED.accuracy(plain)).isEqualTo(1);
        assertThat(IoiShortcut.NOT_LAST_NAMED.accuracy(plain)).isEqualTo(1);
        assertThat(IoiShortcut.FIRST_NAMED.accuracy(plain)).isBetween(0.45, 0.55);
    }

    @Test
    void neverTheActorIsRightOnGivingAndWrongOnKeeping() {
        assertThat(cases(IoiFamily.GIVING, Split.TRAIN))
                .noneMatch(each -> each.answer().equals(actor(each.words())));
        assertThat(cases(IoiFamily.KEEPING, Split.TRAIN))
                .allMatch(each -> each.answer().equals(actor(each.words())));
    }

    @Test
    void ordersAreBalancedAndStrangersLeaveItToACoin() {
        List<IoiCase> giving = cases(IoiFamily.GIVING, Split.TRAIN);
        assertThat(share(
                        giving.stream().map(each -> each.order().equals("ABBA")).toList()))
                .isBetween(0.46, 0.54);
        assertThat(giving).allMatch(each -> pair(each.words())
                .get(each.order().equals("ABBA") ? 0 : 1)
                .equals(each.answer()));
        List<IoiCase> strangers = cases(IoiFamily.STRANGER, Split.TRAIN);
        assertThat(share(strangers.stream()
                        .map(each -> each.answer().equals(pair(each.words()).get(0)))
                        .toList()))
                .isBetween(0.46, 0.54);
    }

    private static double share(List<Boolean> which) {
        return Collections.frequency(which, true) / (double) which.size();
    }

    @Test
    void heldOutNamesAndPairsNeverStandInTheText() {
        Random random = Seeds.random(9);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 3 * CASES; i++) {
            List<String> words = ioi.sentence(random);
            words.stream().filter(Lexicon.FIRST_NAMES::contains).forEach(names::add);
            List<String> pair = pair(words);
            assertThat(IoiStories.pair(pair.get(0), pair.get(1))).isEqualTo(Split.TRAIN);
        }
        assertThat(names).hasSameElementsAs(IoiStories.names(Split.TRAIN)).hasSize(40);
        for (IoiCase each : cases(IoiFamily.GIVING, Split.HELD_OUT)) {
            assertThat(each.mentions()).doesNotContainAnyElementsOf(names);
        }
    }

    @Test
    void counterpartsDifferInNamesOnly() {
        for (IoiCase each : cases(IoiFamily.GIVING, Split.TRAIN)) {
            List<String> clean = each.words();
            for (List<String> other : List.of(each.abc(), each.swapped())) {
                assertThat(other).hasSameSizeAs(clean);
                for (int i = 0; i < clean.size(); i++) {
                    boolean name = Lexicon.FIRST_NAMES.contains(clean.get(i));
                    assertThat(Lexicon.FIRST_NAMES.contains(other.get(i))).isEqualTo(name);
                    assertThat(name || other.get(i).equals(clean.get(i))).isTrue();
                }
            }
        }
    }

    @Test
    void inTheAbcCounterpartTheActorIsAStrangerAndNoNameIsAsBefore() {
        for (IoiCase each : cases(IoiFamily.GIVING, Split.TRAIN)) {
            List<String> abc = each.abc();
            assertThat(Collections.frequency(abc, actor(abc))).isEqualTo(1);
            assertThat(abc).doesNotContain(each.answer(), each.foil());
            assertThat(pair(abc)).doesNotContain(actor(abc));
        }
    }

    @Test
    void inTheSwappedCounterpartTheOtherOneActs() {
        for (IoiCase each : cases(IoiFamily.GIVING, Split.TRAIN)) {
            assertThat(actor(each.swapped())).isEqualTo(each.answer());
            assertThat(pair(each.swapped())).isEqualTo(pair(each.words()));
        }
    }

    @Test
    void positionsAreThoseOfTheWords() {
        for (IoiCase each : ioi.giving(IoiForm.ASIDE, Split.TRAIN, 200, Seeds.random(5))) {
            List<String> words = each.words();
            assertThat(words.get(each.position(IoiRole.IO))).isEqualTo(each.answer());
            assertThat(words.get(each.position(IoiRole.S))).isEqualTo(each.foil());
            assertThat(words.get(each.position(IoiRole.S2))).isEqualTo(actor(words));
            assertThat(each.position(IoiRole.S2)).isGreaterThan(each.position(IoiRole.S));
            assertThat(words.get(each.position(IoiRole.IO2))).isEqualTo(each.answer());
            assertThat(each.end()).isEqualTo(words.lastIndexOf("to"));
            assertThat(each.prompt().text().split(" ")).hasSize(words.size());
        }
        IoiCase plain =
                ioi.giving(IoiForm.PLAIN, Split.TRAIN, 1, Seeds.random(5)).get(0);
        assertThat(plain.has(IoiRole.IO2)).isFalse();
        assertThatThrownBy(() -> plain.position(IoiRole.IO2)).hasMessageContaining("Nobody is IO2");
    }

    @Test
    void familiesHaveTheirShares() {
        Random random = Seeds.random(1);
        List<Boolean> kept = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            kept.add(ioi.sentence(random).contains("kept"));
        }
        assertThat(share(kept)).isBetween(IoiFamily.KEEPING.share() - 0.02, IoiFamily.KEEPING.share() + 0.02);
        assertThat(List.of(IoiFamily.values()).stream()
                        .mapToDouble(IoiFamily::share)
                        .sum())
                .isEqualTo(1.0, within(1e-12));
    }
}
