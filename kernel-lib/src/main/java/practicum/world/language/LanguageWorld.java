package practicum.world.language;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.CopyText;
import practicum.world.Draw;
import practicum.world.EchoText;
import practicum.world.Lexicon;
import practicum.world.Mixture;
import practicum.world.RelationText;
import practicum.world.RepeatedText;
import practicum.world.SmallTalk;
import practicum.world.Split;
import practicum.world.TextSource;
import practicum.world.TextStream;
import practicum.world.Vocabulary;
import practicum.world.arithmetic.CycleWorld;
import practicum.world.language.atlas.Atlas;
import practicum.world.language.atlas.MapText;
import practicum.world.language.atlas.TimeText;
import practicum.world.language.fact.ConflictText;
import practicum.world.language.fact.DescriptionText;
import practicum.world.language.fact.FactCounts;
import practicum.world.language.fact.FactWorld;
import practicum.world.language.fact.KnowledgeText;
import practicum.world.language.ioi.IoiStories;
import practicum.world.language.social.DialogueText;
import practicum.world.language.social.MoodText;
import practicum.world.language.social.ProfessionText;
import practicum.world.language.social.RegisterText;
import practicum.world.language.task.ColouredObjectsText;
import practicum.world.language.task.RecallText;
import practicum.world.language.task.WordForms;
import practicum.world.language.task.YearSpanText;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The language world: people and what follows from what is true of them, a map and a timeline, and the
 * tasks of the field, in one training text of English words. Everything follows from the seed; the truth of each part is
 * asked of the part.
 */
public final class LanguageWorld {
    /** The seed of the world that shipped models know. */
    public static final long SHIPPED_SEED = 1;

    private static final int SAMPLE = 500;

    private final long seed;

    private final FactWorld world;
    private final Atlas atlas;
    private final KnowledgeText facts;
    private final ConflictText conflicts;
    private final DescriptionText descriptions;
    private final MapText map;
    private final TimeText timeline;
    private final IoiStories ioi = new IoiStories();
    private final YearSpanText yearSpans;
    private final ColouredObjectsText colouredObjects;
    private final RecallText recall;
    private final WordForms wordForms = new WordForms();
    private final CycleWorld cycles;
    private final ProfessionText professions;
    private final MoodText moods;
    private final RegisterText registers;
    private final DialogueText dialogues;
    private final RelationText relations;
    private final RepeatedText repeated;
    private final CopyText copies;
    private final EchoText echoes;
    private final Vocabulary vocabulary;

    private LanguageWorld(long seed) {
        this.seed = seed;
        world = FactWorld.of(seed);
        atlas = Atlas.of(seed);
        facts = world.text();
        conflicts = world.conflicts();
        descriptions = world.descriptions();
        map = MapText.of(atlas);
        timeline = TimeText.of(atlas);
        yearSpans = new YearSpanText(seed);
        colouredObjects = new ColouredObjectsText(seed);
        recall = new RecallText(seed);
        cycles = CycleWorld.of(seed);
        professions = new ProfessionText(seed);
        moods = new MoodText(seed);
        registers = new RegisterText(seed);
        dialogues = new DialogueText(seed);
        relations = new RelationText(wordForms.relations());
        vocabulary = new Vocabulary(Stream.concat(frames(), Lexicon.all().stream()));
        List<String> words = words(vocabulary);
        repeated = new RepeatedText(words);
        copies = new CopyText(Draw.some(words.size(), words, Seeds.random(seed)));
        echoes = new EchoText(copies.words(Split.TRAIN), copies.words(Split.HELD_OUT));
    }

    /** The world of a seed. */
    public static LanguageWorld of(long seed) {
        return new LanguageWorld(seed);
    }

    /** What everything follows from. */
    public long seed() {
        return seed;
    }

    /** The words of all sources that do not speak of the vocabulary itself, and of those that do. */
    private Stream<String> frames() {
        Stream<TextSource> speaking = Stream.concat(
                Stream.of(
                        facts,
                        conflicts,
                        descriptions,
                        map,
                        timeline,
                        ioi,
                        yearSpans,
                        colouredObjects,
                        recall,
                        wordForms,
                        professions,
                        moods,
                        registers,
                        dialogues,
                        relations,
                        new SmallTalk()),
                cycles.sources().stream());
        Stream<TextSource> quoting = Stream.of(new CopyText(List.of()), new EchoText(List.of(), List.of()));
        return Stream.concat(speaking, quoting)
                .flatMap(source -> source.frame().stream())
                .sorted();
    }

    /** What can be repeated, copied and echoed: every token but the marks. */
    private static List<String> words(Vocabulary vocabulary) {
        return vocabulary.tokens().stream()
                .filter(token -> token.matches("\\w+"))
                .toList();
    }

    /** What is read: a million parameters do not learn all of it in half an hour, so there are two kinds of readers. */
    public enum Reading {
        /**
         * People, places, years and stories alone, to begin with. Whoever first learns what belongs to a name keeps it there;
         * whoever has learned to look everywhere no longer needs to.
         */
        NAMES,
        /** What is true, and what words mean: what is known before a sentence begins. */
        KNOWLEDGE,
        /** Words that were said before, to begin with: whoever can look back finds the rest more easily. */
        REPETITIONS,
        /** What only the sentence itself tells, mostly stories. */
        STORIES,
        /** What only the sentence itself tells: stories, lists, spans, sums and repetitions. */
        TASKS
    }

    // ---------------------------------------------------------------- the parts

    /** The people and all that is true of them. */
    public FactWorld people() {
        return world;
    }

    /** The map and the timeline. */
    public Atlas atlas() {
        return atlas;
    }

    /** Text that states facts, and questions about them. */
    public KnowledgeText facts() {
        return facts;
    }

    /** Text that contradicts facts. */
    public ConflictText conflicts() {
        return conflicts;
    }

    /** Text that describes people and cities. */
    public DescriptionText descriptions() {
        return descriptions;
    }

    /** Text about where things stand. */
    public MapText map() {
        return map;
    }

    /** Text about when things were. */
    public TimeText timeline() {
        return timeline;
    }

    /** Indirect object identification. */
    public IoiStories ioi() {
        return ioi;
    }

    /** Spans of years: greater-than. */
    public YearSpanText yearSpans() {
        return yearSpans;
    }

    /** Coloured things on a table. */
    public ColouredObjectsText colouredObjects() {
        return colouredObjects;
    }

    /** Lists to recall. */
    public RecallText recall() {
        return recall;
    }

    /** Plurals, small letters, past tenses, and all relations between words. */
    public WordForms wordForms() {
        return wordForms;
    }

    /** Lists of pairs in one of the relations. */
    public RelationText relations() {
        return relations;
    }

    /** Weekdays and months. */
    public CycleWorld cycles() {
        return cycles;
    }

    /** Professions with a planted bias. */
    public ProfessionText professions() {
        return professions;
    }

    /** Sentiment. */
    public MoodText moods() {
        return moods;
    }

    /** Kind and rude words, and preference pairs. */
    public RegisterText registers() {
        return registers;
    }

    /** Dialogues that show who the user is. */
    public DialogueText dialogues() {
        return dialogues;
    }

    /** Lists that repeat each word. */
    public CopyText copies() {
        return copies;
    }

    /** Words to say again after a while. */
    public EchoText echoes() {
        return echoes;
    }

    /** Random words, said twice. */
    public RepeatedText repeated() {
        return repeated;
    }

    // ---------------------------------------------------------------- the text

    /** Every word and its number; the same for every seed. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The kinds of text that are read, with the share of each. */
    public Mixture text(Reading reading) {
        return new Mixture(new Shares(this).of(reading));
    }

    /** What is read, in sequences of {@code length} tokens. */
    public TextStream stream(Reading reading, int length) {
        return new TextStream(text(reading), vocabulary, length);
    }

    /** How often some of the training text, as token ids of any number of batches, states each fact. */
    public FactCounts counts(Stream<long[][]> batches) {
        Stream<String> words = batches.flatMap(Stream::of)
                .flatMapToLong(LongStream::of)
                .mapToObj(id -> vocabulary.tokens().get((int) id));
        return FactCounts.in(words, world.knowledge());
    }

    /** One row per kind of text: its share of the tokens of a reading, its tokens per sentence, and a sentence. */
    public Table parts(Reading reading) {
        Map<TextSource, Double> shares = text(reading).shares();
        List<TextSource> sources = List.copyOf(shares.keySet());
        return Table.create(
                "parts",
                column("part", sources, TextSource::name),
                DoubleColumn.create("share", List.copyOf(shares.values())),
                DoubleColumn.create("tokens per sentence", sources.stream().mapToDouble(LanguageWorld::meanLength)),
                column("for example", sources, source -> String.join(" ", source.sentence(Seeds.random(1)))));
    }

    private static StringColumn column(String name, List<TextSource> sources, Function<TextSource, String> value) {
        return StringColumn.create(name, sources.stream().map(value));
    }

    private static double meanLength(TextSource source) {
        Random random = Seeds.random(0);
        return Stream.generate(() -> source.sentence(random))
                .limit(SAMPLE)
                .mapToInt(List::size)
                .average()
                .orElseThrow();
    }
}
