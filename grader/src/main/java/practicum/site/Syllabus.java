package practicum.site;

import java.util.List;

/**
 * One course that uses the practicums: its sessions, in order.
 *
 * @param key its name in commands and addresses
 * @param name its name for readers
 * @param about what kind of course it is, in a sentence
 */
record Syllabus(String key, String name, String about, List<Session> sessions) {
    Syllabus {
        sessions = List.copyOf(sessions);
    }

    /**
     * One session, or several about the same.
     *
     * @param when its week, date or block
     * @param topic what it is about
     * @param practicums the numbers of its practicums
     * @param papers what is read for it
     * @param further what may be read beyond that
     */
    record Session(String when, String topic, List<Integer> practicums, List<String> papers, List<String> further) {
        Session {
            practicums = List.copyOf(practicums);
            papers = List.copyOf(papers);
            further = List.copyOf(further);
        }
    }

    /** The address of its page, from the site's root. */
    String page() {
        return key + ".html";
    }

    /** The id of a session in its page, counted from 0. */
    static String id(int session) {
        return "session-" + (session + 1);
    }
}
