package practicum.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder or a ZIP archive of submissions, in whatever form it comes: a folder per student, the exports of Canvas,
 * Moodle and Gradescope, nbgrader's folders, or one notebook or otter's archive per student. Links are not followed.
 */
public final class Delivery {
    private static final Set<String> NOT_STUDENTS = Set.of(".git", ".ipynb_checkpoints", "__MACOSX", ".DS_Store");
    private static final int DEPTH = 3;

    private final Path folder;
    private final String stem;
    private final Map<String, String> refused;
    private final Naming naming;
    private final Gradescope gradescope;
    private final Map<String, Set<String>> sharing = new HashMap<>();
    private final Map<String, HandedIn> latest = new LinkedHashMap<>();

    private Delivery(Path folder, String stem, Map<String, String> refused, Naming naming) {
        this.folder = folder;
        this.stem = stem;
        this.refused = refused;
        this.naming = naming;
        this.gradescope = Gradescope.in(folder, naming);
    }

    /**
     * What it holds for one practicum: the last attempt of each student, by the students' ids.
     *
     * @param naming the ids of students whom a platform names in its own way; where it gives one id to two whom the
     *     platform keeps apart, both keep the platform's
     * @throws IOException where it cannot be read
     */
    public static List<HandedIn> of(Path place, String stem, Naming naming) throws IOException {
        if (Files.isRegularFile(place)) {
            Archive archive = Archive.unpack(place);
            Path root = root(archive.folder(), stem);
            boolean whole = root.equals(archive.folder());
            return new Delivery(root, stem, whole ? archive.refused() : Map.of(), naming).all();
        }
        return new Delivery(place, stem, Map.of(), naming).all();
    }

    /** Archives often hold one folder in which everything lies. */
    private static Path root(Path folder, String stem) throws IOException {
        List<Path> entries = list(folder);
        if (entries.size() != 1
                || !Files.isDirectory(entries.get(0))
                || Whose.of(name(entries.get(0))).isPresent()) {
            return folder;
        }
        List<Path> inside = list(entries.get(0));
        boolean isStudent = inside.stream()
                .map(Delivery::name)
                .anyMatch(name ->
                        name.equals(stem) || isNotebook(name) && Whose.of(name).isEmpty());
        return isStudent ? folder : entries.get(0);
    }

    private List<HandedIn> all() throws IOException {
        List<Path> entries = list(folder);
        boolean folders = entries.stream().anyMatch(Files::isDirectory);
        entries.stream().flatMap(entry -> Whose.of(name(entry)).stream()).forEach(whose -> sharing.computeIfAbsent(
                        named(whose), any -> new HashSet<>())
                .add(whose.student()));
        for (Path entry : entries) {
            if (refused.containsKey(name(entry))) {
                continue;
            }
            Optional<Whose> whose = Whose.of(name(entry));
            if (Files.isDirectory(entry)) {
                readableFolder(entry, whose);
            } else if (whose.isPresent()) {
                file(entry, id(whose.get()), whose.get().attempt(), whose.get().late());
            } else if (!folders && (isNotebook(name(entry)) || isArchive(name(entry)))) {
                String student = name(entry).substring(0, name(entry).lastIndexOf('.'));
                file(entry, student, 1, false);
            }
        }
        refused.forEach((name, problem) -> add(new HandedIn(FolderName.of(name), 1, false, folder, problem)));
        return latest.values().stream()
                .sorted(Comparator.comparing(HandedIn::student))
                .toList();
    }

    /** A folder that is closed to this program is its owner's trouble and nobody else's. */
    private void readableFolder(Path entry, Optional<Whose> whose) {
        try {
            folder(entry, whose);
        } catch (IOException | UncheckedIOException e) {
            String student = whose.map(this::id).orElse(name(entry));
            String why = e instanceof UncheckedIOException ? String.valueOf(e.getCause()) : e.toString();
            add(new HandedIn(student, 1, false, entry, "The student's folder cannot be read: " + why + "."));
        }
    }

    private void folder(Path entry, Optional<Whose> whose) throws IOException {
        Gradescope.Entry listed = gradescope.folders().get(name(entry));
        if (listed != null && !listed.students().isEmpty()) {
            HandedIn found = found(entry, "", true);
            for (String student : listed.students()) {
                add(new HandedIn(student, listed.attempt(), false, found.file(), found.problem(), listed.received()));
            }
        } else {
            add(found(entry, whose.map(this::id).orElse(name(entry)), whose.isPresent() || listed != null));
        }
    }

    /** The notebook in a student's folder; platforms rename it, so that any name will do where they did. */
    private HandedIn found(Path student, String id, boolean renamed) throws IOException {
        Path named = student.resolve(stem + ".ipynb");
        Path nested = student.resolve(stem).resolve(stem + ".ipynb");
        Path file = Files.exists(named, LinkOption.NOFOLLOW_LINKS) || !Files.exists(nested, LinkOption.NOFOLLOW_LINKS)
                ? named
                : nested;
        if (Files.isSymbolicLink(student) || Files.isSymbolicLink(file.getParent()) || Files.isSymbolicLink(file)) {
            return new HandedIn(id, 1, false, file, "It is a link to somewhere else. Put the notebook itself there.");
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            // In the student's own folder a file with a time is the student's; nbgrader's lies one deeper, and other
            // platforms, which rename folders, write none.
            boolean nbgrader = file.equals(nested) && !renamed;
            return new HandedIn(id, 1, false, file, "", nbgrader ? Timestamp.beside(file) : Optional.empty());
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new HandedIn(id, 1, false, file, file.getFileName() + " is no file.");
        }
        return otherwise(student, id, file, renamed);
    }

    private HandedIn otherwise(Path student, String id, Path missing, boolean renamed) throws IOException {
        List<Path> files = files(student);
        List<Path> notebooks =
                files.stream().filter(file -> isNotebook(name(file))).toList();
        List<Path> archives =
                files.stream().filter(file -> isArchive(name(file))).toList();
        if (notebooks.isEmpty() && archives.size() == 1) {
            return unpacked(archives.get(0), id, 1, false);
        } else if (renamed) {
            return chosen(notebooks, id, 1, false, missing);
        }
        return new HandedIn(
                id,
                1,
                false,
                missing,
                "There is no " + missing.getFileName() + " in the student's folder" + others(notebooks) + ".");
    }

    /** The student's own id, where the roster has it and nobody else of this delivery. */
    private String id(Whose whose) {
        String id = named(whose);
        return sharing.getOrDefault(id, Set.of()).size() > 1 ? whose.student() : id;
    }

    private String named(Whose whose) {
        return naming.of(whose.told(), whose.key(), whose.student());
    }

    private void file(Path file, String student, int attempt, boolean late) throws IOException {
        if (Files.isSymbolicLink(file)) {
            add(new HandedIn(student, 1, late, file, "It is a link to somewhere else."));
        } else if (isArchive(name(file))) {
            add(unpacked(file, student, attempt, late));
        } else if (isNotebook(name(file))) {
            add(new HandedIn(student, attempt, late, file, ""));
        } else {
            String problem = "There is no notebook, but there is " + name(file) + ".";
            add(new HandedIn(student, attempt, late, file, problem));
        }
    }

    private HandedIn unpacked(Path zip, String id, int attempt, boolean late) {
        try {
            Archive archive = Archive.unpack(zip);
            if (!archive.refused().isEmpty()) {
                String problem = archive.refused().values().iterator().next();
                return new HandedIn(id, attempt, late, zip, name(zip) + ": " + problem);
            }
            return chosen(
                    files(archive.folder()).stream()
                            .filter(file -> isNotebook(name(file)))
                            .toList(),
                    id,
                    attempt,
                    late,
                    zip);
        } catch (IOException e) {
            return new HandedIn(
                    id, attempt, late, zip, name(zip) + " cannot be read as a ZIP archive: " + e.getMessage() + ".");
        }
    }

    /** The one notebook, or the one that is named after the practicum. */
    private HandedIn chosen(List<Path> notebooks, String id, int attempt, boolean late, Path missing) {
        List<Path> fitting = notebooks.stream()
                .filter(file -> letters(name(file)).contains(letters(stem)))
                .toList();
        List<Path> candidates = fitting.isEmpty() ? notebooks : fitting;
        if (candidates.size() == 1) {
            return new HandedIn(id, attempt, late, candidates.get(0), "");
        }
        String problem = candidates.isEmpty()
                ? "There is no notebook."
                : "There are several notebooks" + others(candidates) + ". Keep the one that counts.";
        return new HandedIn(id, attempt, late, missing, problem);
    }

    /** Keeps what can be graded, of that the later attempt, and of one attempt the file named after the practicum. */
    private void add(HandedIn handed) {
        HandedIn before = latest.get(handed.student());
        boolean better = before == null || rank().compare(handed, before) > 0;
        if (better) {
            latest.put(handed.student(), handed);
        }
    }

    private Comparator<HandedIn> rank() {
        return Comparator.<HandedIn, Boolean>comparing(
                        handed -> handed.problem().isEmpty())
                .thenComparing(HandedIn::attempt)
                .thenComparing(this::fits);
    }

    private boolean fits(HandedIn handed) {
        return handed.problem().isEmpty() && letters(name(handed.file())).contains(letters(stem));
    }

    private static String others(List<Path> notebooks) {
        List<String> names =
                notebooks.stream().map(Delivery::name).sorted().limit(3).toList();
        return names.isEmpty() ? "" : ", but there is " + String.join(", ", names);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<Path> files(Path student) throws IOException {
        try (Stream<Path> files = Files.walk(student, DEPTH)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.toString().contains(".ipynb_checkpoints"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !NOT_STUDENTS.contains(name(entry)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isNotebook(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".ipynb");
    }

    private static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
