package practicum.world.causal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * A causal model that can be run: inputs, and variables each of which is computed from those before it; the last is the
 * answer. A variable can be set from outside, and then what depends on it follows. Setting it to the value that it has on
 * another input is an interchange intervention; a network implements the model if interchanging the right part of its
 * activations changes its answer alike (Geiger et al. 2023, arXiv 2303.02536).
 */
public final class CausalModel {
    private record Variable(String name, ToIntFunction<Setting> mechanism) {}

    private final String name;
    private final List<String> inputs;
    private final List<Variable> variables;

    private CausalModel(String name, List<String> inputs, List<Variable> variables) {
        this.name = name;
        this.inputs = List.copyOf(inputs);
        this.variables = List.copyOf(variables);
    }

    /** A model with inputs and no variables yet. */
    public static CausalModel of(String name, String... inputs) {
        return new CausalModel(name, List.of(inputs), List.of());
    }

    /** The same with one more variable, computed from the inputs and the variables before it. */
    public CausalModel variable(String variable, ToIntFunction<Setting> mechanism) {
        if (inputs.contains(variable) || variables().contains(variable)) {
            throw new IllegalArgumentException(name + " has a \"" + variable + "\" already; choose another name.");
        }
        List<Variable> more = new ArrayList<>(variables);
        more.add(new Variable(variable, mechanism));
        return new CausalModel(name, inputs, more);
    }

    /** The same with one more variable that is true or false. */
    public CausalModel truth(String variable, Predicate<Setting> mechanism) {
        return variable(variable, setting -> mechanism.test(setting) ? 1 : 0);
    }

    /** What the model is called. */
    public String name() {
        return name;
    }

    /** The inputs' names. */
    public List<String> inputs() {
        return inputs;
    }

    /** The computed variables' names, in order; the last is the answer. */
    public List<String> variables() {
        return variables.stream().map(Variable::name).toList();
    }

    /** The variables between the inputs and the answer: those that can be looked for inside a network. */
    public List<String> intermediates() {
        return variables().subList(0, Math.max(0, variables.size() - 1));
    }

    /** Computes everything from a value for each input. */
    public Setting run(Setting input) {
        return run(input, Map.of());
    }

    /** Computes everything, but with some inputs or variables set to given values. */
    public Setting run(Setting input, Map<String, Integer> interventions) {
        requireKnown(interventions.keySet());
        Setting setting = new Setting(Map.of());
        for (String each : inputs) {
            setting = setting.with(each, interventions.getOrDefault(each, input.get(each)));
        }
        for (Variable each : variables) {
            Integer forced = interventions.get(each.name());
            setting =
                    setting.with(each.name(), forced == null ? each.mechanism().applyAsInt(setting) : forced);
        }
        return setting;
    }

    /** The answer to an input. */
    public int answer(Setting input) {
        return run(input).get(output());
    }

    /** The answer to the base input when some variables have the values that they have on the source input. */
    public int counterfactual(Setting base, Setting source, String... interchanged) {
        requireKnown(Set.of(interchanged));
        Setting there = run(source);
        Map<String, Integer> interventions = new LinkedHashMap<>();
        for (String each : interchanged) {
            interventions.put(each, there.get(each));
        }
        return run(base, interventions).get(output());
    }

    private String output() {
        if (variables.isEmpty()) {
            throw new IllegalArgumentException(name + " has no variables, so no answer; add one with variable(…).");
        }
        return variables.get(variables.size() - 1).name();
    }

    private void requireKnown(Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        inputs.forEach(unknown::remove);
        variables.forEach(variable -> unknown.remove(variable.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " has no " + unknown + ", so they cannot be set; it has the inputs " + inputs
                            + " and the variables " + variables() + ".");
        }
    }

    @Override
    public String toString() {
        return name + inputs + " → " + variables();
    }
}
