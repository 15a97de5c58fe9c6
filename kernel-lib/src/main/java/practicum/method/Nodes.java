package practicum.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;

/**
 * The parts of a model that write into the stream and those that read from it, by the names that edges are known by:
 * {@code input}, {@code a3.h5}, {@code m3}; {@code a3.h5<q>}, {@code m3}, {@code logits}.
 *
 * @param writers in the order of the forward pass
 * @param readers for each attention its queries, keys and values, then the MLP; the unembedding last
 * @param before for each attention, each MLP and the unembedding, in that order: how many writers come before
 * @param beforeReader the same for each reader
 */
record Nodes(List<String> writers, List<String> readers, List<Integer> before, List<Integer> beforeReader) {
    static Nodes of(ModelConfig config) {
        List<String> writers = new ArrayList<>(List.of("input"));
        List<String> readers = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        List<Integer> beforeReader = new ArrayList<>();
        for (int l = 0; l < config.nLayers(); l++) {
            int atBlock = writers.size();
            before.add(atBlock);
            named(readers, "a" + l + ".h%d<q>", config.nHeads());
            String keyHead = config.nKvHeads() == config.nHeads() ? ".h%d" : ".kv%d";
            named(readers, "a" + l + keyHead + "<k>", config.nKvHeads());
            named(readers, "a" + l + keyHead + "<v>", config.nKvHeads());
            beforeReader.addAll(Collections.nCopies(readers.size() - beforeReader.size(), atBlock));
            if (attentionIsOneWriter(config)) {
                writers.add("a" + l);
            } else {
                named(writers, "a" + l + ".h%d", config.nHeads());
            }
            if (config.dMlp() > 0) {
                int atMlp = config.layout().isParallel() ? atBlock : writers.size();
                before.add(atMlp);
                beforeReader.add(atMlp);
                readers.add("m" + l);
                writers.add("m" + l);
            }
        }
        before.add(writers.size());
        beforeReader.add(writers.size());
        readers.add("logits");
        return new Nodes(List.copyOf(writers), List.copyOf(readers), List.copyOf(before), List.copyOf(beforeReader));
    }

    /** Where the sum of a layer's heads is normalised before it is written, a single head writes nothing by itself. */
    static boolean attentionIsOneWriter(ModelConfig config) {
        return config.layout() == BlockLayout.SANDWICH || config.layout() == BlockLayout.POST;
    }

    private static void named(List<String> names, String pattern, int count) {
        for (int h = 0; h < count; h++) {
            names.add(pattern.formatted(h));
        }
    }

    int writersBefore(int group) {
        return before.get(group);
    }

    /** Whether a reader comes after a writer. */
    boolean connected(int writer, int reader) {
        return writer < beforeReader.get(reader);
    }
}
