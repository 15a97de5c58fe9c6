package practicum.site;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import practicum.report.Pictures;
import practicum.report.Placement;
import practicum.source.Project;

/**
 * Which file of the course became which page.
 *
 * @param root the course's folder
 * @param pages places in the site by places in the course
 */
record SiteMap(Path root, SortedMap<String, String> pages) {
    SiteMap {
        pages = new TreeMap<>(pages);
    }

    /** The page that a file of the course became. */
    Optional<String> page(String file) {
        return Optional.ofNullable(pages.get(file));
    }

    /** A file's text as part of the page that it became. */
    Placement placement(String file, Outline outline, JsonObject attachments) {
        Path course = new Project(root).root();
        Path folder = Objects.requireNonNullElse(course.resolve(file).getParent(), course);
        return new InPage(this, file, outline, new Pictures(folder, attachments));
    }

    private record InPage(SiteMap map, String file, Outline outline, Pictures pictures) implements Placement {
        @Override
        public String picture(String address) {
            return pictures.picture(address);
        }

        /** A link to a file that is no page stays as it is; the check of links reports it. */
        @Override
        public String link(String address) {
            if (Address.isElsewhere(address) || address.startsWith("#")) {
                return address;
            }
            int hash = address.indexOf('#');
            String target = hash < 0 ? address : address.substring(0, hash);
            String anchor = hash < 0 ? "" : address.substring(hash);
            String page = map.page(file).orElseThrow();
            return map.page(Address.resolve(target, file))
                    .map(to -> Address.of(to + anchor, page))
                    .orElse(address);
        }

        @Override
        public String heading(int level, String title) {
            return outline.heading(level, title);
        }
    }

    /** Where the executed solutions, the students' notebooks and the models' cards come from. */
    static Map<String, String> practicum(String stem) {
        String page = "practicums/" + stem + ".html";
        return Map.of(
                "solutions/" + stem + ".md",
                page,
                "solutions/" + stem + ".ipynb",
                page,
                "notebooks/" + stem + ".ipynb",
                page);
    }
}
