package practicum.zoo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import practicum.train.TrainingException;
import practicum.zoo.arithmetic.GrokkingModel;
import practicum.zoo.binding.BindingModel;
import practicum.zoo.brackets.BracketsModel;
import practicum.zoo.causal.EqualityModel;
import practicum.zoo.causal.PriceModel;
import practicum.zoo.grammar.GrammarModel;
import practicum.zoo.language.KindModel;
import practicum.zoo.language.TasksModel;
import practicum.zoo.language.WorldModel;
import practicum.zoo.picture.ShapesModel;
import practicum.zoo.sequence.InductionModel;
import practicum.zoo.table.CreditModel;
import practicum.zoo.table.ScreenModel;

/** The plans of all models that ship, and of those that can be trained and do not ship yet. */
public final class Zoo {
    private static final Map<String, Supplier<ModelPlan<?>>> PLANS = plans();

    private Zoo() {}

    private static Map<String, Supplier<ModelPlan<?>>> plans() {
        Map<String, Supplier<ModelPlan<?>>> plans = new LinkedHashMap<>();
        plans.put("world", WorldModel::large);
        plans.put("world-seed2", WorldModel::secondSeed);
        plans.put("world-small", WorldModel::small);
        plans.put("world-shortcut", WorldModel::shortcut);
        plans.put("world-dpo", KindModel::plan);
        plans.put("tasks", TasksModel::plan);
        plans.put("induction", InductionModel::twoLayers);
        plans.put("induction-1-layer", InductionModel::oneLayer);
        plans.put("grammar", GrammarModel::masked);
        plans.put("grammar-causal", GrammarModel::causal);
        plans.put("grokking", GrokkingModel::plan);
        plans.put("shapes", () -> ShapesModel.plan(1));
        plans.put("shapes-seed2", () -> ShapesModel.plan(2));
        plans.put("shapes-seed3", () -> ShapesModel.plan(3));
        plans.put("shapes-watermark", ShapesModel::watermarked);
        plans.put("credit", CreditModel::plan);
        plans.put("screen", ScreenModel::biased);
        plans.put("screen-fair", ScreenModel::fair);
        plans.put("equality", EqualityModel::plan);
        plans.put("price", PriceModel::plan);
        plans.put("binding", BindingModel::plan);
        plans.put("brackets", BracketsModel::dense);
        plans.put("brackets-sparse", BracketsModel::sparse);
        return plans;
    }

    /** The names of all models that can be trained. */
    public static List<String> names() {
        return List.copyOf(PLANS.keySet());
    }

    /**
     * The plan of a model.
     *
     * @throws TrainingException if there is none; the message names those there are
     */
    public static ModelPlan<?> plan(String name) {
        Supplier<ModelPlan<?>> plan = PLANS.get(name);
        if (plan == null) {
            throw new TrainingException("There is no plan for a model \"" + name + "\"; there is one for "
                    + String.join(", ", names()) + ".");
        }
        return plan.get();
    }
}
