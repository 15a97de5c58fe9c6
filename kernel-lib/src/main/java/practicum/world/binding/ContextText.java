package practicum.world.binding;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import practicum.world.Draw;
import practicum.world.Split;

/** Contexts of the trained numbers of entities, each with a question about every binding, answered. */
record ContextText(BindingSplit split) implements EpisodeText.Episodes {
    private static final int PATIENCE = 20;

    @Override
    public Optional<List<String>> next(Set<String> used, Random random) {
        int entities = Draw.one(split.entities(), random);
        int most = (int) IntStream.rangeClosed(1, Kind.attributes().size())
                .filter(attributes -> ContextRoom.tokens(entities, attributes) <= EpisodeText.TOKENS)
                .count();
        Arrangement arrangement = Draw.one(List.of(Arrangement.values()), random);
        ContextLayout layout = ContextLayout.draw(entities, Draw.between(1, most, random), arrangement, random);
        for (int i = 0; i < PATIENCE; i++) {
            Optional<BindingContext> context =
                    new ContextDraw(split).context(layout, Split.TRAIN, List.of(), used, random);
            if (context.isPresent()) {
                context.get().propositions().forEach(each -> used.addAll(List.of(each.name(), each.value())));
                return Optional.of(told(context.get(), random));
            }
        }
        return Optional.empty();
    }

    private static List<String> told(BindingContext context, Random random) {
        Marker marker = new Marker(context.marked());
        for (ContextLayout.Clause clause : Draw.shuffled(context.layout().clauses(), random)) {
            ContextQuestion question = context.ask(clause.entity(), ContextDraw.phrase(clause.kind(), random));
            question.ask(marker).write(question.answer() + " .");
        }
        return marker.text().words();
    }
}
