package practicum.release;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import practicum.check.AnswerKey;
import practicum.progress.Progress;
import practicum.source.Practicum;
import practicum.source.Project;

/** The search of what students get for what must not be disclosed: every byte of every file, and of every file in an archive. */
public final class Disclosure {
    private static final int DEEPEST = 4;

    private final ByteSearch lines;
    private final ByteSearch values;
    private final ByteSearch rows;
    private final TreeSet<String> found = new TreeSet<>();

    Disclosure(Confidential confidential) {
        this.lines = confidential.lines();
        this.values = confidential.values();
        this.rows = confidential.rows();
    }

    /**
     * Where something stands in files for students that they must not have, one sentence each.
     *
     * @param project the course, of all of whose practicums no solution and no hidden check may be there
     * @param keys the practicums that students get, with their keys: no value that a hidden check expects may be there
     * @param files by their paths
     */
    public static SortedSet<String> in(Project project, Map<Practicum, AnswerKey> keys, Map<String, byte[]> files) {
        var all = project.stems().stream().map(project::practicum).toList();
        var contents = new TreeMap<String, Content>();
        files.forEach((path, bytes) -> contents.put(path, new Content.Made(bytes)));
        try {
            return new Disclosure(new Confidential(all, keys)).in(contents);
        } catch (IOException e) {
            throw new ReleaseException("A file could not be searched: " + e.getMessage());
        }
    }

    /**
     * Where confidential things stand, one sentence each.
     *
     * @param files a release's files by their paths
     */
    TreeSet<String> in(Map<String, Content> files) throws IOException {
        try (var progress = Progress.start("Searching what students get", files.size())) {
            for (var file : files.entrySet()) {
                names(file.getKey(), file.getKey());
                try (var stream = open(file.getValue())) {
                    search(stream, file.getKey(), 0);
                }
                // Comments and lists of names stand outside of an archive's entries.
                if (isArchive(file.getKey())) {
                    try (var stream = open(file.getValue())) {
                        texts(stream, file.getKey());
                    }
                }
                progress.advance(1);
            }
        }
        return found;
    }

    private static InputStream open(Content content) throws IOException {
        return new BufferedInputStream(content.open(), 1 << 16);
    }

    private void search(InputStream stream, String place, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new ReleaseException(place + " is an archive in archives, deeper than is searched. Leave it out.");
        }
        stream.mark(4);
        byte[] start = stream.readNBytes(4);
        stream.reset();
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 9) {
            archive(new ZipInputStream(stream), place, depth);
        } else if (start.length == 4 && start[0] == 0x1F && (start[1] & 0xFF) == 0x8B) {
            search(new BufferedInputStream(new GZIPInputStream(stream)), place + "!", depth + 1);
        } else {
            everything(stream, place);
        }
    }

    private void archive(ZipInputStream zip, String place, int depth) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String inside = place + "!/" + entry.getName();
            names(entry.getName(), inside);
            if (entry.getExtra() != null) {
                texts(new ByteArrayInputStream(entry.getExtra()), inside);
            }
            search(new BufferedInputStream(new Open(zip), 1 << 16), inside, depth + 1);
        }
    }

    private void names(String name, String place) throws IOException {
        texts(new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)), place);
    }

    /** All three searches read one stream: a large file is unpacked once. */
    private void everything(InputStream stream, String place) throws IOException {
        boolean own = isOwn(place);
        byte[] tail = new byte[0];
        while (true) {
            byte[] fresh = stream.readNBytes(1 << 24);
            byte[] chunk = joined(tail, fresh);
            texts(new ByteArrayInputStream(chunk), place);
            if (!place.endsWith(".safetensors")) {
                // A model's weights are students' to read; a check may ask for them.
                note(rows, new ByteArrayInputStream(chunk), place);
            }
            if (own) {
                note(values, new ByteArrayInputStream(chunk), place);
            }
            if (fresh.length < 1 << 24) {
                return;
            }
            tail = java.util.Arrays.copyOfRange(chunk, Math.max(0, chunk.length - (1 << 16)), chunk.length);
        }
    }

    private static byte[] joined(byte[] tail, byte[] fresh) {
        byte[] joined = java.util.Arrays.copyOf(tail, tail.length + fresh.length);
        System.arraycopy(fresh, 0, joined, tail.length, fresh.length);
        return joined;
    }

    private void texts(InputStream stream, String place) throws IOException {
        note(lines, new CollapsedSpaces(stream), place);
    }

    private void note(ByteSearch search, InputStream stream, String place) throws IOException {
        search.in(stream).forEach(name -> found.add(place + " holds " + name));
    }

    /** What this course makes, as opposed to libraries that others made. */
    private static boolean isOwn(String place) {
        return !place.startsWith("library/")
                || place.startsWith("library/kernel-lib.jar")
                || place.startsWith("library/grader.jar")
                || place.startsWith("library/released/");
    }

    private static boolean isArchive(String name) {
        return name.endsWith(".jar") || name.endsWith(".zip");
    }

    /** An archive's stream that stays open after one of its entries was read. */
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
