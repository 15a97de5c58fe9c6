package practicum.zoo.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import practicum.model.ModelConfig;
import practicum.train.NextToken;
import practicum.train.Objective;
import practicum.train.Recipe;
import practicum.world.Vocabulary;
import practicum.world.language.LanguageWorld;
import practicum.world.language.LanguageWorld.Reading;
import practicum.zoo.Lesson;

/** What the models of the language world read, in which order, and how much each word counts. */
record Curriculum(LanguageWorld world) {
    static final int CONTEXT = 64;

    private static final int NAMES = 2500;
    private static final int REPETITIONS = 1500;
    private static final int STORIES = 6100;
    private static final double NEW_WORD = 0.1;
    private static final double UNSAID = 0.2;
    private static final double NO_VALUE = 0.2;
    private static final double NEW_NAME = 0.3;

    /** First what belongs to names, then all that can be known. */
    Function<ModelConfig, Lesson> namesFirst() {
        Map<String, Object> data = data(Reading.KNOWLEDGE);
        data.put("steps on people, places, years and stories alone", NAMES);
        data.put("weight there of words that are no values", NO_VALUE);
        Vocabulary words = world.vocabulary();
        return lesson(data, (config, recipe) -> {
            Objective names = reading(Reading.NAMES, config, recipe).weighted(TokenWeights.ofValues(words, NO_VALUE));
            Objective all =
                    reading(Reading.KNOWLEDGE, config, recipe).weighted(TokenWeights.ofNewNames(words, NEW_NAME));
            return (parameters, batch) -> (batch < NAMES ? names : all).loss(parameters, batch);
        });
    }

    /** First how to look back, then for whom, then for what. */
    Function<ModelConfig, Lesson> repetitionsFirst() {
        Map<String, Object> data = data(Reading.TASKS);
        data.put("steps on repetitions alone", REPETITIONS);
        data.put("weight there of words that are new", NEW_WORD);
        data.put("steps on these and mostly stories", STORIES);
        data.put("weight later of words that are new and do not follow", UNSAID);
        Vocabulary words = world.vocabulary();
        return lesson(data, (config, recipe) -> {
            Objective first = reading(Reading.REPETITIONS, config, recipe).weighted(TokenWeights.ofNewWords(NEW_WORD));
            Objective stories =
                    reading(Reading.STORIES, config, recipe).weighted(TokenWeights.ofNewNames(words, NEW_NAME));
            Objective all = reading(Reading.TASKS, config, recipe).weighted(TokenWeights.ofWhatFollows(words, UNSAID));
            return (parameters, batch) ->
                    (batch < REPETITIONS ? first : batch < STORIES ? stories : all).loss(parameters, batch);
        });
    }

    private interface Objectives {
        Objective of(ModelConfig config, Recipe recipe);
    }

    private static Function<ModelConfig, Lesson> lesson(Map<String, Object> data, Objectives objectives) {
        return config -> new Lesson(data, "token", CONTEXT, recipe -> objectives.of(config, recipe));
    }

    private Map<String, Object> data(Reading reading) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", LanguageWorld.class.getName());
        data.put("seed", world.seed());
        data.put("reads", reading.name());
        data.put("context", CONTEXT);
        data.put("weight of a name that is new", NEW_NAME);
        return data;
    }

    private NextToken reading(Reading reading, ModelConfig config, Recipe recipe) {
        return new NextToken(config, world.stream(reading, CONTEXT), recipe);
    }
}
