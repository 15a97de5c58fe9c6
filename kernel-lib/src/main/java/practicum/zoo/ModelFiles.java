package practicum.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import practicum.tensor.Tensor;
import practicum.train.Snapshots;

/** A model's folder: what {@code Models.load}, {@code Nets.load} and {@code transformers} read, and the card. */
record ModelFiles(Path folder) {
    static final String WEIGHTS = "model.safetensors";

    /** Where the weights of a step of the training lie in the folder. */
    static String checkpoint(int step) {
        return "checkpoints/step" + step + ".safetensors";
    }

    /** Writes configuration, tokenizer, weights and snapshots; gives the checksums of the weights. */
    <M> Map<String, String> write(ModelPlan<M> plan, Map<String, Tensor> trained, Path snapshots) {
        Map<String, String> sums = new LinkedHashMap<>();
        try {
            Files.createDirectories(folder);
            plan.body().write(folder);
            sums.put(WEIGHTS, write(plan, trained, WEIGHTS));
            if (!plan.snapshots().isEmpty()) {
                Files.createDirectories(folder.resolve("checkpoints"));
                Snapshots kept = Snapshots.in(snapshots);
                for (int step : plan.snapshots()) {
                    sums.put(checkpoint(step), write(plan, kept.at(step), checkpoint(step)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the model to " + folder, e);
        }
        return sums;
    }

    private <M> String write(ModelPlan<M> plan, Map<String, Tensor> parameters, String file) throws IOException {
        plan.body().writeWeights(plan.model(parameters), folder.resolve(file));
        return sha256(Files.readAllBytes(folder.resolve(file)));
    }

    /** Writes the card, for programs and for readers. */
    void write(ModelCard card, ModelPlan<?> plan) {
        try {
            Files.writeString(folder.resolve(ModelCard.FILE), card.toJson());
            Files.writeString(folder.resolve("README.md"), CardText.of(card, plan));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the card to " + folder, e);
        }
    }

    /** A checksum, in hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
