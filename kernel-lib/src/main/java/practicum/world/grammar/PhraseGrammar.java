package practicum.world.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The rules that shape sentences: a probabilistic context-free grammar in which every rule has a head, so that each
 * derivation is a phrase tree and a projective dependency tree at once. Words and their number come afterwards.
 *
 * <p>A digit behind a phrase says within how many phrases and relative clauses it stands; at two nothing more is put in.
 * A noun takes one phrase or one clause, a clause behind "and" none, and every preposition belongs to the verb or noun
 * that ends right before it: so a sentence with its words has one tree only, and nothing has to be guessed.
 */
public final class PhraseGrammar {
    /** What derivations begin with. */
    public static final String START = "S";

    static final PhraseGrammar ENGLISH = new PhraseGrammar(
            """
            0.65 S -> *S.main STOP:punct
            0.35 S -> PP.front:prep COMMA:punct *S.main STOP:punct
            0.64 S.main -> NP.subject0:nsubj *VP.any
            0.16 S.main -> NP.subject0:nsubj *VP.pair
            0.20 S.main -> NP.subject0:nsubj *VP.opinion
            1.00 VP.opinion -> *CLAUSAL SBAR.that:ccomp
            1.00 SBAR.that -> COMPLEMENTIZER:mark *S.told
            1.00 S.told -> NP.subject0:nsubj *VP.any
            1.00 VP.pair -> *VP.first AND:cc VP.second:conj
            0.40 VP.first -> *INTRANSITIVE
            0.60 VP.first -> *TRANSITIVE NP.near:dobj
            0.50 VP.second -> *INTRANSITIVE
            0.25 VP.second -> *TRANSITIVE NP.plain:dobj
            0.25 VP.second -> *BE PREDICATE:acomp
            0.85 VP.any -> *VP.core
            0.15 VP.any -> FREQUENCY:advmod *VP.core
            0.20 VP.core -> *INTRANSITIVE
            0.08 VP.core -> *INTRANSITIVE MANNER:advmod
            0.10 VP.core -> *INTRANSITIVE PP.low:prep
            0.04 VP.core -> *INTRANSITIVE MANNER:advmod PP.low:prep
            0.30 VP.core -> *TRANSITIVE NP.object0:dobj
            0.10 VP.core -> *TRANSITIVE REFLEXIVE:dobj
            0.18 VP.core -> *BE PREDICATE:acomp
            0.25 NP.subject0 -> *NP.plain
            0.32 NP.subject0 -> *NP.plain PP.in1:prep
            0.35 NP.subject0 -> *NP.plain SBAR.in1:relcl
            0.08 NP.subject0 -> *NP.joint
            0.62 NP.object0 -> *NP.plain
            0.15 NP.object0 -> *NP.plain PP.in1:prep
            0.13 NP.object0 -> *NP.plain SBAR.in1:relcl
            0.10 NP.object0 -> *NP.joint
            0.60 NP.subject1 -> *NP.plain
            0.18 NP.subject1 -> *NP.plain PP.low:prep
            0.22 NP.subject1 -> *NP.plain SBAR.in2:relcl
            0.68 NP.low1 -> *NP.plain
            0.16 NP.low1 -> *NP.plain PP.low:prep
            0.16 NP.low1 -> *NP.plain SBAR.in2:relcl
            0.70 NP.near -> *NP.plain
            0.30 NP.near -> *NP.plain PP.low:prep
            1.00 PP.front -> *PREPOSITION NP.plain:pobj
            1.00 PP.low -> *PREPOSITION NP.plain:pobj
            1.00 PP.in1 -> *PREPOSITION NP.low1:pobj
            0.50 SBAR.in1 -> RELATIVE:nsubj *VP.relative1
            0.50 SBAR.in1 -> RELATIVE:dobj NP.subject1:nsubj *VP.gap
            0.50 SBAR.in2 -> RELATIVE:nsubj *VP.relative2
            0.50 SBAR.in2 -> RELATIVE:dobj NP.plain:nsubj *VP.gap
            0.85 VP.gap -> *TRANSITIVE
            0.15 VP.gap -> FREQUENCY:advmod *TRANSITIVE
            0.30 VP.relative1 -> *INTRANSITIVE
            0.10 VP.relative1 -> *INTRANSITIVE MANNER:advmod
            0.12 VP.relative1 -> *INTRANSITIVE PP.low:prep
            0.28 VP.relative1 -> *TRANSITIVE NP.low1:dobj
            0.08 VP.relative1 -> *TRANSITIVE REFLEXIVE:dobj
            0.12 VP.relative1 -> *BE PREDICATE:acomp
            0.50 VP.relative2 -> *INTRANSITIVE
            0.10 VP.relative2 -> *INTRANSITIVE MANNER:advmod
            0.28 VP.relative2 -> *TRANSITIVE NP.plain:dobj
            0.12 VP.relative2 -> *BE PREDICATE:acomp
            0.85 NP.plain -> DETERMINER:det *N.modified
            0.15 NP.plain -> *N.modified
            0.62 N.modified -> *NOUN
            0.09 N.modified -> SIZE:amod *NOUN
            0.08 N.modified -> COLOUR:amod *NOUN
            0.12 N.modified -> TRAIT:amod *NOUN
            0.04 N.modified -> SIZE:amod COLOUR:amod *NOUN
            0.03 N.modified -> SIZE:amod TRAIT:amod *NOUN
            0.02 N.modified -> COLOUR:amod TRAIT:amod *NOUN
            1.00 NP.joint -> *NP.whole AND:cc NP.whole:conj
            0.80 NP.whole -> DETERMINER:det *NOUN
            0.20 NP.whole -> DETERMINER:det TRAIT:amod *NOUN
            """);

    private final Map<String, List<PhraseRule>> byLeft;

    private PhraseGrammar(String rules) {
        byLeft = rules.lines()
                .map(PhraseRule::parse)
                .collect(Collectors.groupingBy(
                        PhraseRule::left,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList)));
    }

    /** Every rule, those with the same left side together; their probabilities sum to one. */
    public List<PhraseRule> rules() {
        return byLeft.values().stream().flatMap(List::stream).toList();
    }

    /** The ways to make a phrase; none for a word class. */
    List<PhraseRule> rules(String left) {
        return byLeft.getOrDefault(left, List.of());
    }

    /** One row per rule. */
    public Table table() {
        List<PhraseRule> rules = rules();
        return Table.create(
                "rules",
                StringColumn.create("phrase", rules.stream().map(PhraseRule::left)),
                StringColumn.create("parts", rules.stream().map(rule -> String.join(" ", rule.right()))),
                StringColumn.create(
                        "head", rules.stream().map(rule -> rule.right().get(rule.head()))),
                StringColumn.create("relations", rules.stream().map(PhraseGrammar::relations)),
                DoubleColumn.create("probability", rules.stream().mapToDouble(PhraseRule::probability)));
    }

    private static String relations(PhraseRule rule) {
        List<String> relations = new ArrayList<>();
        for (int i = 0; i < rule.right().size(); i++) {
            relations.add(i == rule.head() ? "*" : rule.relations().get(i).label());
        }
        return String.join(" ", relations);
    }
}
