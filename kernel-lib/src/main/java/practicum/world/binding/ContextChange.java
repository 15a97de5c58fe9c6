package practicum.world.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the source context of a pair differs from the base. */
public enum ContextChange {
    /** Two entities exchange their names: what is bound to whom changes, the order of all attributes does not. */
    NAMES,
    /** Two entities exchange one attribute: what is bound to whom changes, the order of all names does not. */
    VALUES,
    /** Two entities exchange their places: the order changes, and nothing that is bound (position independence). */
    PLACES,
    /** The asked attributes are new words, the same for no entity: clean and corrupted prompts. */
    NEW_VALUES,
    /** The names are new words. */
    NEW_NAMES;

    /** Whether it brings words that the base does not have. */
    boolean renews() {
        return this == NEW_NAMES || this == NEW_VALUES;
    }

    /** Of the one asked about and the other, those that exchange something that is bound to them. */
    List<Integer> exchanges(List<Integer> cast) {
        return this == NAMES || this == VALUES ? cast.subList(0, 2) : List.of();
    }

    /**
     * The changed entities.
     *
     * @param i the one asked about
     * @param j another
     * @param fresh for each old word that is to go a new one
     */
    List<Entity> apply(List<Entity> entities, int i, int j, Kind kind, Map<String, String> fresh) {
        List<Entity> changed = new ArrayList<>(entities);
        Entity a = entities.get(i);
        Entity b = entities.get(j);
        switch (this) {
            case NAMES -> {
                changed.set(i, a.named(b.name()));
                changed.set(j, b.named(a.name()));
            }
            case VALUES -> {
                changed.set(i, a.with(kind, b.word(kind)));
                changed.set(j, b.with(kind, a.word(kind)));
            }
            case PLACES -> {
                changed.set(i, b);
                changed.set(j, a);
            }
            case NEW_VALUES -> changed.replaceAll(entity -> entity.with(kind, fresh(entity.word(kind), fresh)));
            case NEW_NAMES -> changed.replaceAll(entity -> entity.named(fresh(entity.name(), fresh)));
        }
        return List.copyOf(changed);
    }

    private static String fresh(String word, Map<String, String> fresh) {
        return fresh.getOrDefault(word, word);
    }
}
