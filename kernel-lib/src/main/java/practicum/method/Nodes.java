package practicum.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import practicum.hook.Hook;
import practicum.hook.Site;
import practicum.model.EdgeSweep;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.token.EditDistance;

/**
 * The parts of a model that write into the stream and those that read from it, by the names that edges are known by:
 * {@code input}, {@code a3.h5}, {@code m3}; {@code a3.h5<q>}, {@code m3}, {@code logits}.
 *
 * @param writers in the order of the forward pass
 * @param readers for each attention its queries, keys and values, then the MLP; the unembedding last
 * @param writes where what each writer writes flows
 * @param reads where what each reader reads flows
 * @param before for each attention, each MLP and the unembedding, in that order: how many writers come before
 * @param beforeReader the same for each reader
 */
record Nodes(
        List<String> writers,
        List<String> readers,
        List<Site> writes,
        List<Site> reads,
        List<Integer> before,
        List<Integer> beforeReader) {
    static Nodes of(ModelConfig config) {
        Nodes nodes = new Nodes(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        nodes.writer("input", Hook.residPre(0).site());
        for (int l = 0; l < config.nLayers(); l++) {
            nodes.block(config, l);
        }
        nodes.before.add(nodes.writers.size());
        nodes.reader("logits", Hook.residPost(config.nLayers() - 1).site(), nodes.writers.size());
        return new Nodes(
                List.copyOf(nodes.writers),
                List.copyOf(nodes.readers),
                List.copyOf(nodes.writes),
                List.copyOf(nodes.reads),
                List.copyOf(nodes.before),
                List.copyOf(nodes.beforeReader));
    }

    private void block(ModelConfig config, int l) {
        int atBlock = writers.size();
        before.add(atBlock);
        String keyHead = config.nKvHeads() == config.nHeads() ? "h" : "kv";
        heads("a" + l + ".h%d<q>", config.nHeads(), h -> Hook.qInput(l).head(h), atBlock);
        heads(
                "a" + l + "." + keyHead + "%d<k>",
                config.nKvHeads(),
                h -> Hook.kInput(l).head(h),
                atBlock);
        heads(
                "a" + l + "." + keyHead + "%d<v>",
                config.nKvHeads(),
                h -> Hook.vInput(l).head(h),
                atBlock);
        if (attentionIsOneWriter(config)) {
            writer("a" + l, Hook.attnOut(l).site());
        } else {
            for (int h = 0; h < config.nHeads(); h++) {
                writer("a" + l + ".h" + h, Hook.z(l).head(h));
            }
        }
        if (config.dMlp() > 0) {
            int atMlp = config.layout().isParallel() ? atBlock : writers.size();
            before.add(atMlp);
            reader("m" + l, Hook.mlpIn(l).site(), atMlp);
            writer("m" + l, Hook.mlpOut(l).site());
        }
    }

    private void heads(String pattern, int count, IntFunction<Site> site, int after) {
        for (int h = 0; h < count; h++) {
            reader(pattern.formatted(h), site.apply(h), after);
        }
    }

    private void writer(String name, Site site) {
        writers.add(name);
        writes.add(site);
    }

    private void reader(String name, Site site, int after) {
        readers.add(name);
        reads.add(site);
        beforeReader.add(after);
    }

    /** Whether a model of these parts has the same ones. */
    boolean areThoseOf(Nodes other) {
        return writers.equals(other.writers) && readers.equals(other.readers);
    }

    static boolean attentionIsOneWriter(ModelConfig config) {
        return EdgeSweep.attentionIsOneWriter(config);
    }

    int writersBefore(int group) {
        return before.get(group);
    }

    /** Whether a reader comes after a writer. */
    boolean connected(int writer, int reader) {
        return writer < beforeReader.get(reader);
    }

    /** How many edges there are. */
    int edges() {
        return beforeReader.stream().mapToInt(Integer::intValue).sum();
    }

    /** @throws ModelException if nothing of this name writes */
    int writer(String name) {
        return index(writers, name, "writes");
    }

    /** @throws ModelException if nothing of this name reads */
    int reader(String name) {
        return index(readers, name, "reads");
    }

    /** @throws ModelException if there is no such edge */
    void requireEdge(String writer, String reader) {
        if (!connected(writer(writer), reader(reader))) {
            throw new ModelException(
                    "There is no edge from " + writer + " to " + reader + ": what it writes comes after.");
        }
    }

    private static int index(List<String> names, String name, String does) {
        int index = names.indexOf(name);
        if (index < 0) {
            List<String> meant = names.stream()
                    .filter(known -> known.startsWith(name + "<") || EditDistance.between(known, name) <= 1)
                    .toList();
            throw new ModelException("No part called \"" + name + "\" " + does
                    + (meant.isEmpty()
                            ? "; there are " + names + "."
                            : ". Did you mean " + String.join(", ", meant) + "?"));
        }
        return index;
    }

    /** The part that a reader belongs to: {@code a3.h5} for {@code a3.h5<q>}. */
    static String part(String reader) {
        return reader.replaceFirst("<.>$", "");
    }

    /** Where a part stands in a drawing: attention below its block's MLP, the input below all and the logits above. */
    int layer(String part) {
        if (part.equals("input")) {
            return 0;
        }
        if (part.equals("logits")) {
            return 2 * writers.size() + 1;
        }
        int block = Integer.parseInt(part.substring(1).replaceFirst("\\..*", ""));
        return 2 * block + (part.startsWith("a") ? 1 : 2);
    }

    /** The parts that write what a reader's part writes: itself, but all heads that share keys and values with it. */
    List<Integer> writersOf(int reader) {
        String part = part(readers.get(reader));
        if (writers.contains(part)) {
            return List.of(writers.indexOf(part));
        }
        if (part.equals("logits")) {
            return Collections.emptyList();
        }
        String attention = part.replaceFirst("\\..*", "");
        if (writers.contains(attention)) {
            return List.of(writers.indexOf(attention));
        }
        String prefix = attention + ".h";
        long keyHeads = readers.stream()
                .filter(r -> r.matches(attention + "\\.kv\\d+<k>"))
                .count();
        List<Integer> heads = new ArrayList<>();
        for (int w = 0; w < writers.size(); w++) {
            if (writers.get(w).startsWith(prefix)) {
                heads.add(w);
            }
        }
        int group = Integer.parseInt(part.replaceFirst(".*\\.kv", ""));
        int perGroup = (int) (heads.size() / keyHeads);
        return heads.subList(group * perGroup, (group + 1) * perGroup);
    }
}
