package practicum.world.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import practicum.net.Examples;
import practicum.tensor.Tensor;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Two families of one form, an English and an Italian one, and the 104 questions about them with which distributed
 * representations were first learned (Hinton 1986, and Rumelhart, Hinton and Williams 1986). Persons of both families at
 * the same place never meet, and yet a net that learns both codes them alike.
 */
public final class FamilyTrees {
    /** What persons are to each other. */
    public static final List<String> RELATIONS = List.of(
            "father",
            "mother",
            "husband",
            "wife",
            "son",
            "daughter",
            "uncle",
            "aunt",
            "brother",
            "sister",
            "nephew",
            "niece");

    /** By place in the tree: men at even places, each followed by his wife; at the end the two grandchildren. */
    private static final List<String> ENGLISH = List.of(
            "Christopher",
            "Penelope",
            "Andrew",
            "Christine",
            "Arthur",
            "Margaret",
            "James",
            "Victoria",
            "Charles",
            "Jennifer",
            "Colin",
            "Charlotte");

    private static final List<String> ITALIAN = List.of(
            "Roberto",
            "Maria",
            "Pierro",
            "Francesca",
            "Emilio",
            "Gina",
            "Marco",
            "Lucia",
            "Tomaso",
            "Angela",
            "Alfonso",
            "Sophia");

    /** The father's place by the child's; −1 for those who married in, or came first. The mother's is the next. */
    private static final int[] FATHER = {-1, -1, -1, -1, 0, -1, 2, 0, -1, 2, 6, 6};

    private static final int COUPLES_END = 10;

    private FamilyTrees() {}

    /** The 24 persons, the English ones first; those of one place are twelve apart. */
    public static List<String> persons() {
        return Stream.concat(ENGLISH.stream(), ITALIAN.stream()).toList();
    }

    /** All 104 questions that have an answer, family by family. */
    public static List<Kinship> questions() {
        List<Kinship> questions = new ArrayList<>();
        for (List<String> family : List.of(ENGLISH, ITALIAN)) {
            for (int person = 0; person < family.size(); person++) {
                for (String relation : RELATIONS) {
                    List<String> answers = relatives(person, relation).stream()
                            .map(family::get)
                            .toList();
                    if (!answers.isEmpty()) {
                        questions.add(new Kinship(family.get(person), relation, answers));
                    }
                }
            }
        }
        return List.copyOf(questions);
    }

    private static List<Integer> relatives(int person, String relation) {
        return switch (relation) {
            case "father" -> men(parents(person));
            case "mother" -> women(parents(person));
            case "husband" -> men(partner(person));
            case "wife" -> women(partner(person));
            case "son" -> men(children(person));
            case "daughter" -> women(children(person));
            case "brother" -> men(siblings(person));
            case "sister" -> women(siblings(person));
            case "uncle" -> men(parentsSiblings(person));
            case "aunt" -> women(parentsSiblings(person));
            case "nephew" -> men(siblingsChildren(person));
            case "niece" -> women(siblingsChildren(person));
            default ->
                throw new IllegalArgumentException(
                        "There is no relation \"" + relation + "\"; there are " + RELATIONS + ".");
        };
    }

    private static List<Integer> men(List<Integer> persons) {
        return persons.stream().filter(person -> person % 2 == 0).toList();
    }

    private static List<Integer> women(List<Integer> persons) {
        return persons.stream().filter(person -> person % 2 == 1).toList();
    }

    private static List<Integer> parents(int person) {
        return FATHER[person] < 0 ? List.of() : List.of(FATHER[person], FATHER[person] + 1);
    }

    private static List<Integer> partner(int person) {
        return person < COUPLES_END ? List.of(person ^ 1) : List.of();
    }

    private static List<Integer> children(int person) {
        List<Integer> children = new ArrayList<>();
        for (int child = 0; child < FATHER.length; child++) {
            if (parents(child).contains(person)) {
                children.add(child);
            }
        }
        return children;
    }

    private static List<Integer> siblings(int person) {
        return parents(person).stream()
                .limit(1)
                .flatMap(parent -> children(parent).stream())
                .filter(sibling -> sibling != person)
                .toList();
    }

    /** Uncles and aunts, those by marriage too. */
    private static List<Integer> parentsSiblings(int person) {
        return parents(person).stream()
                .flatMap(parent -> siblings(parent).stream())
                .flatMap(sibling -> Stream.concat(Stream.of(sibling), partner(sibling).stream()))
                .toList();
    }

    private static List<Integer> siblingsChildren(int person) {
        return Stream.concat(Stream.of(person), partner(person).stream())
                .flatMap(each -> siblings(each).stream())
                .flatMap(sibling -> children(sibling).stream())
                .distinct()
                .toList();
    }

    /**
     * Questions for a net: a one among 24 for the person and a one among 12 for the relation [question, 36]; targets are a
     * one for each right answer among 24 persons [question, 24].
     */
    public static Examples examples(List<Kinship> questions) {
        List<String> persons = persons();
        int width = persons.size() + RELATIONS.size();
        float[] inputs = new float[questions.size() * width];
        float[] targets = new float[questions.size() * persons.size()];
        for (int q = 0; q < questions.size(); q++) {
            Kinship question = questions.get(q);
            inputs[q * width + index(persons, question.person())] = 1;
            inputs[q * width + persons.size() + index(RELATIONS, question.relation())] = 1;
            for (String answer : question.answers()) {
                targets[q * persons.size() + index(persons, answer)] = 1;
            }
        }
        return new Examples(
                Tensor.of(inputs, questions.size(), width), Tensor.of(targets, questions.size(), persons.size()));
    }

    private static int index(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("\"" + name + "\" is none of " + names + ".");
        }
        return index;
    }

    /** One row for each question: person, relation, and who it is. */
    public static Table table() {
        List<Kinship> questions = questions();
        return Table.create(
                "kinship",
                StringColumn.create("person", questions.stream().map(Kinship::person)),
                StringColumn.create("relation", questions.stream().map(Kinship::relation)),
                StringColumn.create("answers", questions.stream().map(each -> String.join(", ", each.answers()))));
    }
}
