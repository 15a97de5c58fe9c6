package practicum.world.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text as a person would, sentence by sentence, knows nothing else of the world, and says what comes next. */
final class StoryReader {
    private static final String COUNTRY = "lives in the capital of|lives in|is at home in";
    private static final String FOOD = "likes|loves to eat|eats";
    private static final String PET = "has a|owns a|keeps a";
    private static final Map<String, String> CAPITALS = Map.ofEntries(
            Map.entry("France", "Paris"),
            Map.entry("Italy", "Rome"),
            Map.entry("Spain", "Madrid"),
            Map.entry("Greece", "Athens"),
            Map.entry("Poland", "Warsaw"),
            Map.entry("Norway", "Oslo"),
            Map.entry("Japan", "Tokyo"),
            Map.entry("China", "Beijing"),
            Map.entry("Kenya", "Nairobi"),
            Map.entry("Egypt", "Cairo"),
            Map.entry("Peru", "Lima"),
            Map.entry("Cuba", "Havana"),
            Map.entry("Austria", "Vienna"),
            Map.entry("Russia", "Moscow"));

    /** By name, then by "country", "food" or "pet". */
    final Map<String, Map<String, String>> people = new LinkedHashMap<>();

    final Map<String, String> boxes = new LinkedHashMap<>();
    /** Names in order; then by actor, container and drink. */
    private final List<String> characters = new ArrayList<>();

    private final Map<String, String> filledBy = new LinkedHashMap<>();
    private final Map<String, String> drinks = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    /** Everything that was ever bound, as "word word". */
    final Set<String> bound = new HashSet<>();

    private final String question;

    StoryReader(String text) {
        List<String> sentences = new ArrayList<>(List.of(text.split(" \\. ")));
        question = sentences.remove(sentences.size() - 1);
        sentences.forEach(this::read);
    }

    private void read(String sentence) {
        if (!box(sentence) && !belief(sentence)) {
            person(sentence);
        }
    }

    private void person(String sentence) {
        Matcher whole = match("(\\w+) (.*)", sentence);
        for (String clause : whole.group(2).split(" and | , ")) {
            Matcher says = match("(" + COUNTRY + "|" + FOOD + "|" + PET + ") (\\w+)( every day)?", clause);
            String kind =
                    says.group(1).matches(COUNTRY) ? "country" : says.group(1).matches(FOOD) ? "food" : "pet";
            people.computeIfAbsent(whole.group(1), name -> new LinkedHashMap<>())
                    .put(kind, says.group(2));
            bound.add(whole.group(1) + " " + says.group(2));
        }
    }

    private boolean box(String sentence) {
        Matcher full = Pattern.compile("Box (.) contains the (\\w+)").matcher(sentence);
        Matcher put = Pattern.compile("Put the (\\w+) into box (.)").matcher(sentence);
        Matcher move =
                Pattern.compile("Move the (\\w+) from box (.) to box (.)").matcher(sentence);
        Matcher swap =
                Pattern.compile("Swap the contents of box (.) and box (.)").matcher(sentence);
        if (full.matches()) {
            boxes.put(full.group(1), full.group(2));
        } else if (sentence.matches("Box . contains nothing")) {
            boxes.put(sentence.substring(4, 5), "nothing");
        } else if (put.matches()) {
            take(put.group(2), "nothing");
            boxes.put(put.group(2), put.group(1));
        } else if (move.matches()) {
            take(move.group(2), move.group(1));
            take(move.group(3), "nothing");
            boxes.put(move.group(2), "nothing");
            boxes.put(move.group(3), move.group(1));
        } else if (swap.matches()) {
            String first = boxes.getOrDefault(swap.group(1), "?");
            boxes.put(swap.group(1), boxes.getOrDefault(swap.group(2), "?"));
            boxes.put(swap.group(2), first);
        } else {
            return false;
        }
        boxes.forEach((box, object) -> bound.add(object + " " + box));
        return true;
    }

    private void take(String box, String expected) {
        if (!expected.equals(boxes.get(box))) {
            throw new AssertionError("Box " + box + " should have " + expected + " in it: " + boxes);
        }
    }

    private boolean belief(String sentence) {
        Matcher scene = Pattern.compile("(\\w+) and (\\w+) are in the kitchen").matcher(sentence);
        Matcher fills = Pattern.compile("(\\w+) (?:fills|takes|has) (?:the|a) (\\w+) (?:and fills it )?with (\\w+)")
                .matcher(sentence);
        Matcher sees = Pattern.compile("(\\w+) (can|cannot) see (\\w+)").matcher(sentence);
        if (scene.matches()) {
            characters.addAll(List.of(scene.group(1), scene.group(2)));
        } else if (fills.matches()) {
            filledBy.put(fills.group(2), fills.group(1));
            drinks.put(fills.group(2), fills.group(3));
            bound.add(fills.group(2) + " " + fills.group(3));
        } else if (sees.matches()) {
            if (sees.group(2).equals("can")) {
                seen.add(sees.group(1) + " sees " + sees.group(3));
            }
        } else {
            return false;
        }
        return true;
    }

    /** The next word. */
    String answer() {
        if (!characters.isEmpty()) {
            return belief();
        }
        return boxes.isEmpty() ? person() : box();
    }

    private String belief() {
        String name = word("(?:as for the \\w+ , )?(\\w+) (?:thinks|believes) .*");
        String container = question.contains("as for")
                ? word("as for the (\\w+) .*")
                : word(".* the (?:drink in the )?(\\w+) (?:contains|is)");
        String actor = filledBy.getOrDefault(container, "?");
        boolean knows = actor.equals(name) || seen.contains(name + " sees " + actor);
        return knows ? drinks.getOrDefault(container, "?") : "unknown";
    }

    private String box() {
        if (question.startsWith("The ")) {
            return owner(boxes, word("The (\\w+) is in box"));
        }
        String object = boxes.getOrDefault(word("Box (.) contains(?: the)?"), "?");
        boolean asksIfEmpty = question.endsWith("contains");
        return !asksIfEmpty || object.equals("nothing") ? object : "the";
    }

    private String person() {
        if (question.matches("the person who (lives in|likes) \\w+ is|the \\w+ belongs to")) {
            String value = word(".*?(\\w+) (?:is|belongs to)");
            return people.entrySet().stream()
                    .filter(person -> person.getValue().containsValue(value))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }
        String name = people.keySet().stream()
                .filter(each -> List.of(question.split(" ")).contains(each))
                .findFirst()
                .orElseThrow();
        Map<String, String> of = people.getOrDefault(name, Map.of());
        String asked = question.replace(name, "N");
        if (asked.equals("N lives in the city of")) {
            return CAPITALS.getOrDefault(of.getOrDefault("country", "?"), "?");
        }
        boolean country = Set.of("N lives in the country of", "the home of N is in", "you can meet N in")
                .contains(asked);
        boolean food = Set.of("N likes", "the favorite food of N is", "a good meal for N is")
                .contains(asked);
        boolean pet =
                Set.of("N has a", "the pet of N is a", "you can see N with a").contains(asked);
        return of.getOrDefault(country ? "country" : food ? "food" : pet ? "pet" : "?", "not understood: " + asked);
    }

    private String word(String pattern) {
        return match(pattern, question).group(1);
    }

    static String owner(Map<String, String> of, String value) {
        return of.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("?");
    }

    private static Matcher match(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("\"" + text + "\" does not read as \"" + pattern + "\".");
        }
        return matcher;
    }
}
