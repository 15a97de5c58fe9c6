package practicum.world.language;

import java.util.LinkedHashMap;
import java.util.Map;
import practicum.world.SmallTalk;
import practicum.world.TextSource;

/** Which share of the tokens of each reading is of which kind of text. */
record Shares(LanguageWorld world) {
    Map<TextSource, Double> of(LanguageWorld.Reading reading) {
        Map<TextSource, Double> shares = new LinkedHashMap<>();
        switch (reading) {
            case NAMES -> ofNames(shares);
            case KNOWLEDGE -> ofKnowledge(shares);
            case REPETITIONS -> ofRepetitions(shares);
            case STORIES -> ofStories(shares);
            case TASKS -> ofTasks(shares);
        }
        return shares;
    }

    private void ofNames(Map<TextSource, Double> shares) {
        shares.put(world.facts(), 0.55);
        shares.put(world.map(), 0.2);
        shares.put(world.timeline(), 0.1);
        shares.put(world.ioi(), 0.15);
    }

    private void ofKnowledge(Map<TextSource, Double> shares) {
        shares.put(world.facts(), 0.28);
        shares.put(world.conflicts(), 0.06);
        shares.put(world.descriptions(), 0.04);
        shares.put(world.map(), 0.15);
        shares.put(world.timeline(), 0.1);
        shares.put(world.ioi(), 0.15);
        shares.put(world.wordForms(), 0.02);
        shares.put(world.relations(), 0.04);
        shares.put(world.professions(), 0.03);
        shares.put(world.moods(), 0.025);
        shares.put(world.registers(), 0.03);
        shares.put(world.copies(), 0.025);
        shares.put(world.echoes(), 0.04);
        shares.put(new SmallTalk(), 0.01);
    }

    private void ofRepetitions(Map<TextSource, Double> shares) {
        shares.put(world.repeated(), 0.7);
        shares.put(world.copies(), 0.15);
        shares.put(world.echoes(), 0.15);
    }

    private void ofStories(Map<TextSource, Double> shares) {
        shares.put(world.ioi(), 0.36);
        shares.put(world.repeated(), 0.15);
        shares.put(world.yearSpans(), 0.1);
        shares.put(world.colouredObjects(), 0.1);
        shares.put(world.recall(), 0.06);
        world.cycles().sources().forEach(source -> shares.put(source, 0.04));
        shares.put(world.dialogues(), 0.03);
        shares.put(world.relations(), 0.04);
        shares.put(world.copies(), 0.03);
        shares.put(world.echoes(), 0.03);
        shares.put(new SmallTalk(), 0.02);
    }

    private void ofTasks(Map<TextSource, Double> shares) {
        shares.put(world.ioi(), 0.2);
        shares.put(world.repeated(), 0.06);
        shares.put(world.yearSpans(), 0.2);
        shares.put(world.colouredObjects(), 0.16);
        shares.put(world.recall(), 0.08);
        world.cycles().sources().forEach(source -> shares.put(source, 0.07));
        shares.put(world.dialogues(), 0.06);
        shares.put(world.relations(), 0.03);
        shares.put(world.copies(), 0.03);
        shares.put(world.echoes(), 0.03);
        shares.put(new SmallTalk(), 0.01);
    }
}
