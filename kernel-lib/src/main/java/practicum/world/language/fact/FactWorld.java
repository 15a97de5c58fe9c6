package practicum.world.language.fact;

import java.util.List;
import java.util.function.Function;
import practicum.tensor.Seeds;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The people of a world and what is true: the truth, and the kinds of text that tell it. */
public final class FactWorld {
    private final List<Citizen> citizens;
    private final Knowledge knowledge;
    private final Telling telling;

    private FactWorld(long seed) {
        citizens = Census.of(Seeds.random(seed));
        knowledge = Knowledge.of(Registry.of(citizens, Seeds.random(~seed)), Rule.all());
        telling = new Telling(knowledge, seed);
    }

    /** The world of a seed. */
    public static FactWorld of(long seed) {
        return new FactWorld(seed);
    }

    /** Everybody. */
    public List<Citizen> citizens() {
        return citizens;
    }

    /** Everything that is true, under the rules. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** Whether some sentence may state the fact; what is untold follows from what is told. */
    public boolean tells(Fact fact) {
        return telling.tells(fact);
    }

    /** The phrase that no sentence uses to state this fact. */
    public String heldOutPhrase(Fact fact) {
        return telling.heldOutPhrase(fact);
    }

    /** Whether a subject is the nickname of somebody. */
    public boolean isNickname(String subject) {
        return telling.isNickname(subject);
    }

    /** Text that states facts. */
    public KnowledgeText text() {
        return new KnowledgeText(citizens, knowledge, telling);
    }

    /** Text that contradicts facts. */
    public ConflictText conflicts() {
        return new ConflictText(citizens, knowledge, telling);
    }

    /** Text that describes. */
    public DescriptionText descriptions() {
        return new DescriptionText(citizens, telling);
    }

    /** One row per person: name, frequency, nickname if any, and what is given of everybody. */
    public Table table() {
        Table table = Table.create(
                "citizens",
                column("name", Citizen::name),
                column("frequency", citizen -> citizen.frequency().name()),
                column("nickname", citizen -> String.join("", knowledge.aliases(citizen.name()))));
        for (FactRelation relation : FactRelation.personal()) {
            table.addColumns(column(
                    relation.label(), citizen -> String.join(", ", knowledge.objects(citizen.name(), relation))));
        }
        return table;
    }

    private StringColumn column(String name, Function<Citizen, String> value) {
        return StringColumn.create(name, citizens.stream().map(value));
    }
}
