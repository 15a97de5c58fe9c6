package practicum.site;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The courses, and the practicums that they are made of.
 *
 * @param titles the practicums' titles by their numbers, written or only planned
 * @param all the courses, in the order of their file
 */
record Syllabi(SortedMap<Integer, String> titles, List<Syllabus> all) {
    Syllabi {
        titles = new TreeMap<>(titles);
        all = List.copyOf(all);
    }

    /** Only the courses of these keys, in the order of the file; all where none is named. */
    Syllabi only(List<String> keys) {
        List<String> known = all.stream().map(Syllabus::key).toList();
        for (String key : keys) {
            if (!known.contains(key)) {
                throw new SiteException("There is no syllabus \"" + key + "\" in " + SyllabiReader.FILE + ": there is "
                        + String.join(", ", known) + ".");
            }
        }
        return keys.isEmpty()
                ? this
                : new Syllabi(
                        titles,
                        all.stream()
                                .filter(syllabus -> keys.contains(syllabus.key()))
                                .toList());
    }

    /** A session of a course, with its place in it. */
    record Place(Syllabus syllabus, int session) {
        Syllabus.Session get() {
            return syllabus.sessions().get(session);
        }
    }

    /** The sessions that a practicum belongs to. */
    List<Place> of(int practicum) {
        List<Place> places = new ArrayList<>();
        for (Syllabus syllabus : all) {
            for (int i = 0; i < syllabus.sessions().size(); i++) {
                if (syllabus.sessions().get(i).practicums().contains(practicum)) {
                    places.add(new Place(syllabus, i));
                }
            }
        }
        return places;
    }
}
