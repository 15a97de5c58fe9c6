package practicum.attack;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All attacks on a single submission, by the rows of the catalogue of hostile submissions. */
final class Catalogue {
    private Catalogue() {}

    static List<Attack> all() {
        return Stream.of(
                        EndlessAttacks.all(),
                        DeadlyAttacks.all(),
                        SpyingAttacks.all(),
                        ForgingAttacks.all(),
                        TellingAttacks.all(),
                        StructureAttacks.all(),
                        FileAttacks.all())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Attack::row))
                .toList();
    }
}
