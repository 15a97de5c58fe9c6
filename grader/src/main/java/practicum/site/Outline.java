package practicum.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The headings of one page, each with an id that nothing else in the page has. */
final class Outline {
    /** A heading: its rank from 1, its id, its words. */
    record Entry(int level, String id, String title) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> ids = new HashSet<>(Set.of(Layout.CONTENT));

    /** Notes a heading and gives it its id, made of its words as git hosts make it. */
    String heading(int level, String title) {
        String id = id(title.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .replaceAll("\\s", "-"));
        entries.add(new Entry(level, id, title.strip()));
        return id;
    }

    /** An id like the wished one that is still free. */
    String id(String wish) {
        String stem = wish.isEmpty() ? "section" : wish;
        String id = stem;
        for (int i = 1; !ids.add(id); i++) {
            id = stem + "-" + i;
        }
        return id;
    }

    /** The headings so far, in order. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
