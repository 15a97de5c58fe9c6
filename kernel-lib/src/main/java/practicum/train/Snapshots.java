package practicum.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import practicum.load.Safetensors;
import practicum.load.SafetensorsWriter;
import practicum.load.SafetensorsWriter.Precision;
import practicum.tensor.Tensor;

/** Parameters as they were at some steps of a training, in a folder: what the dynamics of learning are read from. */
public final class Snapshots {
    private static final Pattern NAME = Pattern.compile("step-(\\d+)\\.safetensors");

    private final Path folder;
    private final TreeMap<Integer, Path> files = new TreeMap<>();

    private Snapshots(Path folder) {
        this.folder = folder;
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(file -> {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    files.put(Integer.valueOf(name.group(1)), file);
                }
            });
        } catch (IOException e) {
            throw new TrainingException("There are no snapshots in " + folder + ": " + e, e);
        }
    }

    /** The snapshots that a training left in a folder. */
    public static Snapshots in(Path folder) {
        return new Snapshots(folder);
    }

    /** 0, 1, 2, 4, 8, … and from {@code every} on its multiples, up to {@code last}: dense where most happens, as Pythia's. */
    public static List<Integer> dense(int every, int last) {
        TreeSet<Integer> steps = new TreeSet<>(List.of(0, last));
        for (int step = 1; step < Math.min(every, last); step *= 2) {
            steps.add(step);
        }
        for (int step = every; step < last; step += every) {
            steps.add(step);
        }
        return List.copyOf(steps);
    }

    /** The steps made before each snapshot. */
    public List<Integer> steps() {
        return List.copyOf(files.keySet());
    }

    /**
     * The parameters after so many steps.
     *
     * @throws TrainingException if there is no snapshot of that step; the message names those there are
     */
    public Map<String, Tensor> at(int step) {
        Path file = files.get(step);
        if (file == null) {
            throw new TrainingException(
                    folder + " has no snapshot of step " + step + "; it has those of " + steps() + ".");
        }
        Safetensors tensors = Safetensors.open(file);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        tensors.names().forEach(name -> parameters.put(name, tensors.get(name)));
        return parameters;
    }

    /** Writes a training's parameters at some steps. */
    static Milestone writing(Path folder, List<Integer> steps) {
        TreeSet<Integer> wanted = new TreeSet<>(steps);
        return training -> {
            if (!wanted.contains(training.done())) {
                return;
            }
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new TrainingException("Cannot write to " + folder + ": " + e, e);
            }
            String name = String.format(Locale.ROOT, "step-%06d.safetensors", training.done());
            SafetensorsWriter.write(folder.resolve(name), training.parameters(), Precision.FLOAT32);
        };
    }
}
