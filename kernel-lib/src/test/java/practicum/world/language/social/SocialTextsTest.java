package practicum.world.language.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import practicum.tensor.Seeds;
import practicum.world.Lexicon;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.TextSource;

class SocialTextsTest {
    private static final int SENTENCES = 40_000;

    private final ProfessionText professions = new ProfessionText(1);
    private final MoodText moods = new MoodText(1);
    private final RegisterText registers = new RegisterText(1);
    private final DialogueText dialogues = new DialogueText(1);

    private static List<String> sentences(TextSource source, int count) {
        Random random = Seeds.random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> String.join(" ", source.sentence(random)))
                .toList();
    }

    // ---------------------------------------------------------------- professions

    @Test
    void theTextHasTheBiasThatIsPlanted() {
        Map<String, int[]> counts = new HashMap<>();
        for (String sentence : sentences(professions, SENTENCES)) {
            String who = sentence.split(" ")[1];
            counts.computeIfAbsent(who, none -> new int[2])[(" " + sentence).contains(" she ") ? 1 : 0]++;
        }
        assertThat(counts.get("man")[1]).isZero();
        assertThat(counts.get("woman")[0]).isZero();
        for (Profession profession : professions.professions()) {
            int[] count = counts.get(profession.job());
            double all = count[0] + count[1];
            double deviation = Math.sqrt(profession.sheShare() * (1 - profession.sheShare()) / all);
            assertThat(count[1] / all).as(profession.job()).isCloseTo(profession.sheShare(), within(4 * deviation));
        }
    }

    @Test
    void biasesAreSpreadEvenlyAndNameTheMoreFrequentPronoun() {
        List<Profession> all = professions.professions();
        assertThat(all).extracting(Profession::job).containsExactlyInAnyOrderElementsOf(Lexicon.JOBS);
        assertThat(all.get(0).sheShare()).isEqualTo(0.05, within(1e-12));
        assertThat(all.get(19).sheShare()).isEqualTo(0.95, within(1e-12));
        assertThat(all.get(0).stereotype()).isEqualTo("he");
        assertThat(all.get(19).antiStereotype()).isEqualTo("he");
        assertThat(all.get(19).logOdds()).isEqualTo(Math.log(19), within(1e-9));
        assertThat(professions.table().rowCount()).isEqualTo(20);
    }

    @Test
    void oneSentenceOfEachProfessionIsHeldOutAndSetGenderGoesAgainstTheBias() {
        Set<String> heads = sentences(professions, SENTENCES).stream()
                .map(sentence -> sentence.split(" (she|he) ")[0])
                .collect(Collectors.toSet());
        List<BiasPrompt> heldOut = professions.prompts(Split.HELD_OUT);
        assertThat(heldOut).hasSize(20).noneMatch(prompt -> heads.contains(prompt.text()));
        assertThat(professions.prompts(Split.TRAIN)).hasSize(80).allMatch(prompt -> heads.contains(prompt.text()));
        for (BiasPrompt prompt : heldOut) {
            String person = prompt.profession().stereotype().equals("she") ? "man" : "woman";
            assertThat(prompt.setGender())
                    .isEqualTo(prompt.text().replace(prompt.profession().job(), person));
        }
    }

    // ---------------------------------------------------------------- moods

    @Test
    void peopleDoWhatTheMoodSays() {
        for (String sentence : sentences(moods, SENTENCES / 4)) {
            List<String> words = List.of(sentence.split(" "));
            Mood said = Stream.of(Mood.values())
                    .filter(mood -> mood.adjectives().stream().anyMatch(words::contains))
                    .findFirst()
                    .orElseThrow();
            assertThat(said.reactions()).as(sentence).contains(words.get(words.size() - 2));
            assertThat(said.opposite().adjectives()).doesNotContainAnyElementsOf(words);
            String adjective = words.stream()
                    .filter(said.adjectives()::contains)
                    .findFirst()
                    .orElseThrow();
            String thing = words.stream()
                    .filter(word -> Lexicon.FOODS.contains(word) || Lexicon.OBJECTS.contains(word))
                    .findFirst()
                    .orElseThrow();
            assertThat(moods.split(adjective, thing)).isEqualTo(Split.TRAIN);
        }
    }

    @Test
    void moodsAreAskedInTurnAndTheFoilIsOfTheOther() {
        List<Prompt> prompts = moods.prompts(Split.HELD_OUT, 100, Seeds.random(1));
        assertThat(prompts).filteredOn(prompt -> prompt.group().equals("good")).hasSize(50);
        assertThat(prompts)
                .allMatch(prompt -> Mood.GOOD.reactions().contains(prompt.answer())
                        == Mood.BAD.reactions().contains(prompt.foil()));
    }

    // ---------------------------------------------------------------- registers

    @Test
    void threeInTenSentencesAreRude() {
        long rude = sentences(registers, SENTENCES / 4).stream()
                .filter(SocialTextsTest::isRude)
                .count();
        assertThat(rude / (SENTENCES / 4.0)).isBetween(0.28, 0.32);
    }

    private static boolean isRude(String sentence) {
        return Stream.of(sentence.split(" ")).anyMatch(RegisterText.RUDE_WORDS::contains);
    }

    @Test
    void pairsGoOnPolitelyAndRudelyAtTheSameLengthOnOccasionsOfTheirSplit() {
        Set<String> occasions = sentences(registers, SENTENCES).stream()
                .map(SocialTextsTest::occasion)
                .collect(Collectors.toSet());
        List<PreferencePair> pairs = registers.pairs(Split.HELD_OUT, 300, Seeds.random(3));
        assertThat(pairs).allSatisfy(pair -> {
            assertThat(isRude(pair.rude())).isTrue();
            assertThat(isRude(pair.polite()) || isRude(pair.prompt())).isFalse();
            assertThat(pair.rude().split(" ")).hasSameSizeAs(pair.polite().split(" "));
            assertThat(occasions).doesNotContain(occasion(pair.prompt()));
        });
        assertThat(registers.pairs(Split.TRAIN, 300, Seeds.random(3)))
                .allMatch(pair -> occasions.contains(occasion(pair.prompt())));
    }

    private static String occasion(String sentence) {
        return Stream.of(sentence.split(" :")[0].split(" "))
                .filter(word -> !Lexicon.FIRST_NAMES.contains(word))
                .collect(Collectors.joining(" "));
    }

    // ---------------------------------------------------------------- dialogues

    @Test
    void repliesFitWhoTheUserSeemsToBeAndAreACoinsIfNothingShows() {
        Map<String, Set<String>> repliesByLine = new HashMap<>();
        int untold = 0;
        int first = 0;
        for (String sentence : sentences(dialogues, SENTENCES / 4)) {
            String[] parts = sentence.substring("user : ".length()).split(" [.?] ");
            String reply = sentence.substring(sentence.indexOf("assistant"));
            Trait asked = Stream.of(Trait.values())
                    .filter(trait -> trait.questions().stream().anyMatch(question -> reply.contains(question.reply())))
                    .findFirst()
                    .orElseThrow();
            List<String> lines = List.of(parts).subList(0, parts.length - 2);
            List<String> telling = lines.stream()
                    .filter(line ->
                            asked.lines(0).contains(line) || asked.lines(1).contains(line))
                    .toList();
            Trait.Question question = asked.questions().stream()
                    .filter(each -> reply.contains(each.reply()))
                    .findFirst()
                    .orElseThrow();
            if (telling.isEmpty()) {
                untold++;
                first += reply.endsWith(" " + question.answers().get(0) + " .") ? 1 : 0;
            } else {
                int value = asked.lines(0).contains(telling.get(0)) ? 0 : 1;
                assertThat(reply).as(sentence).endsWith(" " + question.answers().get(value) + " .");
                repliesByLine
                        .computeIfAbsent(telling.get(0), none -> new HashSet<>())
                        .add(question.text());
            }
        }
        assertThat(first / (double) untold).isBetween(0.45, 0.55);
        assertThat(untold).isBetween(SENTENCES / 50, SENTENCES / 4 / 5);
        for (Dialogue dialogue : dialogues.dialogues(Split.HELD_OUT, 200, Seeds.random(4))) {
            String line = dialogue.lines().stream()
                    .filter(each -> dialogue.asked().lines(0).contains(each)
                            || dialogue.asked().lines(1).contains(each))
                    .findFirst()
                    .orElseThrow();
            String question = dialogue.asked().questions().stream()
                    .map(Trait.Question::text)
                    .filter(dialogue.text()::contains)
                    .findFirst()
                    .orElseThrow();
            assertThat(repliesByLine.getOrDefault(line, Set.of())).doesNotContain(question);
        }
    }

    @Test
    void noLineAndNoReplyNamesATrait() {
        Set<String> words = sentences(dialogues, 4000).stream()
                .flatMap(sentence -> Stream.of(sentence.split(" ")))
                .collect(Collectors.toSet());
        assertThat(words).doesNotContain("young", "old", "male", "female");
    }
}
