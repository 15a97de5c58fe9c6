package practicum.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The proof that a site works from a folder: every link and every picture leads to a file that is there, every anchor to
 * an id that is there once, nothing is fetched from elsewhere, and every page can be reached from the first.
 */
final class LinkCheck {
    private final SortedMap<String, byte[]> files;
    private final Map<String, PageLinks> pages = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** What a page refers to, and what in it can be referred to. */
    private record PageLinks(Set<String> ids, Set<String> maps, List<String> links, List<String> pictures) {
        PageLinks() {
            this(new HashSet<>(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private LinkCheck(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** What is wrong, one sentence each; empty where nothing is. */
    static List<String> of(SortedMap<String, byte[]> files) {
        LinkCheck check = new LinkCheck(files);
        files.forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                check.read(path, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        Map<String, Set<String>> reached = new HashMap<>();
        check.pages.forEach((path, page) -> reached.put(path, check.follow(path, page)));
        check.unreached(reached);
        return List.copyOf(check.problems);
    }

    private void read(String path, String html) {
        PageLinks page = new PageLinks();
        HtmlTags.forEach(html, (tag, attributes) -> {
            String id = attributes.get("id");
            if (id != null && (id.isEmpty() || !page.ids().add(id))) {
                problems.add(path + ": the id \"" + id + "\" stands there more than once or is empty.");
            }
            if (tag.equals("map") || tag.equals("a")) {
                page.maps().add(attributes.getOrDefault("name", ""));
            }
            if (attributes.containsKey("href") && !tag.equals("base")) {
                page.links().add(attributes.get("href"));
            }
            if (attributes.containsKey("src")) {
                page.pictures().add(attributes.get("src"));
            }
            if (attributes.containsKey("usemap")) {
                page.links().add(attributes.get("usemap"));
            }
            if (tag.equals("img") && !attributes.containsKey("alt")) {
                problems.add(path + ": a picture has no text for those who do not see it.");
            }
        });
        pages.put(path, page);
    }

    private Set<String> follow(String path, PageLinks page) {
        Set<String> reached = new HashSet<>();
        for (String picture : page.pictures()) {
            if (!picture.startsWith("data:") && !files.containsKey(target(picture, path))) {
                problems.add(path + ": what is shown from " + shown(picture) + " is not there.");
            }
        }
        for (String link : page.links()) {
            if (!Address.isElsewhere(link)) {
                String target = target(link, path);
                reached.add(target);
                complain(link, target, path);
            }
        }
        return reached;
    }

    private void complain(String link, String target, String path) {
        int hash = link.indexOf('#');
        if (!files.containsKey(target)) {
            problems.add(path + ": the link " + shown(link) + " leads nowhere.");
        } else if (hash >= 0 && !anchors(target).contains(decoded(link.substring(hash + 1)))) {
            problems.add(path + ": the link " + shown(link) + " leads to no id of " + target + ".");
        }
    }

    private Set<String> anchors(String target) {
        PageLinks page = pages.getOrDefault(target, new PageLinks());
        Set<String> anchors = new HashSet<>(page.ids());
        anchors.addAll(page.maps());
        return anchors;
    }

    /** The file that an address leads to; a folder is none, because a browser shows no page for it. */
    private static String target(String address, String path) {
        int hash = address.indexOf('#');
        String file = decoded(hash < 0 ? address : address.substring(0, hash));
        return file.isEmpty() ? path : file.contains(":") ? "" : Address.resolve(file, path);
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String shown(String address) {
        return address.length() > 100 ? address.substring(0, 100) + "…" : address;
    }

    private void unreached(Map<String, Set<String>> links) {
        Set<String> reached = new HashSet<>(Set.of(IndexPage.PATH));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            links.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        pages.keySet().stream()
                .filter(page -> !reached.contains(page) && !page.startsWith(ApiPages.FOLDER))
                .forEach(page -> problems.add(page + ": no link leads there from " + IndexPage.PATH + "."));
    }
}
