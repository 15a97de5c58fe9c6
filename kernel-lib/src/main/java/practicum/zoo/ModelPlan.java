package practicum.zoo;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import practicum.tensor.Tensor;
import practicum.train.Checkpoint;
import practicum.train.Recipe;
import practicum.train.Trainer;
import practicum.train.Training;

/**
 * Everything that a shipped model follows from, and what is measured on it.
 *
 * @param <M> a transformer or a net
 * @param name what {@code Models.load} or {@code Nets.load} calls it
 * @param says what it is, in a sentence
 * @param body its shape
 * @param lesson what it learns from
 * @param recipe how it is trained
 * @param snapshots the steps whose parameters ship beside the last ones
 * @param phenomena what it is measured to do
 * @param limits what it cannot do, in sentences
 */
public record ModelPlan<M>(
        String name,
        String says,
        Body<M> body,
        Lesson lesson,
        Recipe recipe,
        List<Integer> snapshots,
        List<Phenomenon<M>> phenomena,
        List<String> limits) {
    public ModelPlan {
        snapshots = List.copyOf(snapshots);
        phenomena = List.copyOf(phenomena);
        limits = List.copyOf(limits);
    }

    /** This plan with another recipe; snapshots after its last step are left out. */
    public ModelPlan<M> withRecipe(Recipe other) {
        List<Integer> reached =
                snapshots.stream().filter(step -> step <= other.steps()).toList();
        return new ModelPlan<>(name, says, body, lesson, other, reached, phenomena, limits);
    }

    /** Tokens or examples that the whole training sees. */
    public long seen() {
        return recipe.examples() * lesson.unitsPerExample();
    }

    /** A training that has not made a step. */
    public Training begin() {
        return Training.begin(recipe, lesson.objective(recipe), initial());
    }

    /** The training that a checkpoint interrupted. */
    public Training resume(Checkpoint checkpoint) {
        return Training.resume(recipe, lesson.objective(recipe), checkpoint);
    }

    /** What trains it, with progress. */
    public Trainer trainer() {
        return Trainer.of(recipe, lesson.objective(recipe)).named(name);
    }

    /** The model of some parameters. */
    public M model(Map<String, Tensor> parameters) {
        return body.model(parameters);
    }

    /** The model before training: the control of what is said of the trained one. */
    public M untrained() {
        return model(initial());
    }

    /** The parameters before training. */
    Map<String, Tensor> initial() {
        return body.initial(recipe.seed());
    }

    /** What its weights follow from, as data: a card with another is of other weights. */
    JsonObject made() {
        Gson gson = new Gson();
        JsonObject made = new JsonObject();
        made.add("shape", body.json());
        made.add("data", gson.toJsonTree(lesson.data()));
        made.add("recipe", gson.toJsonTree(recipe));
        made.add("snapshots", gson.toJsonTree(snapshots));
        return made;
    }
}
