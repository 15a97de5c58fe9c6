package practicum.world.language.ioi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Template;

/** Writes one sentence after another with names from a list. */
final class IoiWriter {
    private static final List<Template> BEFORE = Template.all(
            "{someone} was tired .",
            "{someone} likes the {place} .",
            "Yesterday {someone} found a {thing} .",
            "It was a long day for {someone} .");
    private static final List<Template> PAIR = Template.all(
            "When {A} and {B} went to the {place} ,",
            "After {A} and {B} met at the {place} ,",
            "While {A} and {B} were at the {place} ,",
            "Then {A} and {B} walked to the {place} .",
            "{A} and {B} had a long day at the {place} .",
            "Yesterday {A} and {B} worked at the {place} .");
    private static final List<Template> WATCHING =
            Template.all("{IO2} watched as", "{IO2} was there when", "{IO2} was glad that");
    private static final List<Template> ASIDES =
            Template.all(", a friend of {IO2} ,", ", who knows {IO2} well ,", ", just like {IO2} ,");

    /** A sentence before names somebody of the pair in half of the sentences, */
    private static final double LEAD = 0.5;
    /** and then rather the other person, who would else be named less often. */
    private static final double LEAD_IS_OTHER = 0.6;

    private static final double BYSTANDER = 0.25;

    private final Random random;
    private final List<String> names;

    IoiWriter(List<String> names, Random random) {
        this.names = names;
        this.random = random;
    }

    /** A sentence about two people. */
    IoiCase write(IoiFamily family, IoiForm form, String other, String acting) {
        boolean abba = random.nextBoolean();
        List<String> words = new ArrayList<>(before());
        IoiRole first = abba ? IoiRole.IO : IoiRole.S;
        IoiRole second = abba ? IoiRole.S : IoiRole.IO;
        words.addAll(marked(PAIR, Map.of("A", first.slot(), "B", second.slot())));
        words.addAll(act(family, form));
        return new IoiCase(
                family,
                form,
                abba ? "ABBA" : "BABA",
                words,
                cast(family, other, acting),
                strangers(other, acting),
                family.answersOther(random) ? other : acting);
    }

    private List<String> before() {
        List<List<String>> sentences = new ArrayList<>();
        if (random.nextDouble() < LEAD) {
            IoiRole lead = random.nextDouble() < LEAD_IS_OTHER ? IoiRole.IO0 : IoiRole.S0;
            sentences.add(marked(BEFORE, Map.of("someone", lead.slot())));
        }
        if (random.nextDouble() < BYSTANDER) {
            sentences.add(
                    random.nextInt(sentences.size() + 1), marked(BEFORE, Map.of("someone", IoiRole.BYSTANDER.slot())));
        }
        return sentences.stream().flatMap(List::stream).toList();
    }

    private List<String> act(IoiFamily family, IoiForm form) {
        List<String> words = new ArrayList<>();
        if (form == IoiForm.WATCHED) {
            words.addAll(marked(WATCHING, Map.of()));
        }
        List<String> ending = marked(family.endings(), Map.of());
        words.add(ending.get(0));
        if (form == IoiForm.ASIDE) {
            words.addAll(marked(ASIDES, Map.of()));
        }
        words.addAll(ending.subList(1, ending.size()));
        return words;
    }

    private Map<IoiRole, String> cast(IoiFamily family, String other, String acting) {
        Map<IoiRole, String> cast = new EnumMap<>(IoiRole.class);
        cast.put(IoiRole.IO, other);
        cast.put(IoiRole.IO0, other);
        cast.put(IoiRole.IO2, other);
        cast.put(IoiRole.S, acting);
        cast.put(IoiRole.S0, acting);
        List<String> rest = othersThan(other, acting);
        cast.put(IoiRole.S2, family == IoiFamily.STRANGER ? rest.get(0) : acting);
        cast.put(IoiRole.BYSTANDER, rest.get(1));
        return cast;
    }

    private Map<IoiRole, String> strangers(String other, String acting) {
        List<String> rest = othersThan(other, acting);
        Map<IoiRole, String> cast = new EnumMap<>(IoiRole.class);
        cast.put(IoiRole.IO, rest.get(0));
        cast.put(IoiRole.IO0, rest.get(0));
        cast.put(IoiRole.S, rest.get(1));
        cast.put(IoiRole.S0, rest.get(1));
        cast.put(IoiRole.S2, rest.get(2));
        cast.put(IoiRole.IO2, rest.get(3));
        cast.put(IoiRole.BYSTANDER, rest.get(4));
        return cast;
    }

    private List<String> othersThan(String other, String acting) {
        return Draw.some(names.size(), names, random).stream()
                .filter(name -> !name.equals(other) && !name.equals(acting))
                .toList();
    }

    /** A template with its scene, and roles in place of names. */
    private List<String> marked(List<Template> templates, Map<String, String> people) {
        Map<String, String> slots = new HashMap<>(people);
        slots.put("place", Draw.one(Lexicon.PLACES, random));
        slots.put("object", Draw.one(Lexicon.OBJECTS, random));
        slots.put("thing", Draw.one(Lexicon.OBJECTS, random));
        for (IoiRole role : IoiRole.values()) {
            slots.put(role.name(), role.slot());
        }
        return Draw.one(templates, random).fill(slots);
    }

    /** One of several, by their shares. */
    static <T> T byShare(List<T> all, ToDoubleFunction<T> share, Random random) {
        double at = random.nextDouble() * all.stream().mapToDouble(share).sum();
        int i = 0;
        while (i < all.size() - 1 && at >= share.applyAsDouble(all.get(i))) {
            at -= share.applyAsDouble(all.get(i));
            i++;
        }
        return all.get(i);
    }

    static Stream<String> frame() {
        Stream<Template> endings = Stream.of(IoiFamily.values()).flatMap(family -> family.endings().stream());
        return Stream.concat(Stream.of(BEFORE, PAIR, WATCHING, ASIDES).flatMap(List::stream), endings)
                .flatMap(template -> template.words().stream());
    }
}
