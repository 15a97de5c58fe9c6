package practicum.site;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import practicum.report.Html;
import practicum.source.Practicum;

/**
 * The practicums of a course as indexes name them.
 *
 * @param titles the planned ones' titles by number
 * @param pages the ones that have a page in this site, by number
 * @param written the numbers of all that are written, with a page here or without
 */
record Contents(SortedMap<Integer, String> titles, SortedMap<Integer, Practicum> pages, List<Integer> written) {
    Contents {
        titles = new TreeMap<>(titles);
        pages = new TreeMap<>(pages);
        written = List.copyOf(written);
    }

    /** All numbers, planned or written, with their titles. */
    SortedMap<Integer, String> all() {
        var all = new TreeMap<>(titles);
        for (Map.Entry<Integer, Practicum> page : pages.entrySet()) {
            all.put(page.getKey(), page.getValue().about().title());
        }
        return all;
    }

    /** Whether one practicum is all that a session is about, and named alike. */
    boolean isNamed(String topic, List<Integer> numbers) {
        return numbers.size() == 1 && topic.equals(all().get(numbers.get(0)));
    }

    /** A practicum's number and title, a link where it has a page, and else why it has none. */
    void name(int number, String from, Html html) {
        Practicum practicum = pages.get(number);
        if (practicum == null) {
            html.open("span", "class", "unlinked");
            title(number, all().getOrDefault(number, ""), html);
            html.close().text(" ");
            html.element("span", written.contains(number) ? "not in this edition" : "planned", "class", "state");
        } else {
            html.open("a", "href", Address.of(PracticumPage.path(practicum), from));
            title(number, practicum.about().title(), html);
            html.close();
        }
    }

    private static void title(int number, String title, Html html) {
        html.element("span", PracticumPage.number(number), "class", "number").text(" ");
        html.element("span", title, "class", "title");
    }
}
