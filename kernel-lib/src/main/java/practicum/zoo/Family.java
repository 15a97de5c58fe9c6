package practicum.zoo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.ModelConfig;
import practicum.model.Rotary;
import practicum.world.Vocabulary;

/** In which of Hugging Face's families a model is written, and its {@code config.json} there. */
public enum Family {
    /** Local attention in some layers; without MLPs where their size is 0. */
    GPT_NEO("GPTNeoForCausalLM", "gpt_neo") {
        @Override
        void describe(ModelConfig c, Map<String, Object> json) {
            int window = c.window().stream().mapToInt(Integer::intValue).max().orElse(0);
            json.put("activation_function", activation(c));
            json.put("attention_types", attentionTypes(c.window()));
            json.put("window_size", window == 0 ? c.nCtx() : window);
            json.put("num_layers", c.nLayers());
            json.put("num_heads", c.nHeads());
            json.put("hidden_size", c.dModel());
            json.put("intermediate_size", c.dMlp());
            json.put("max_position_embeddings", c.nCtx());
            json.put("vocab_size", c.dVocab());
            json.put("layer_norm_epsilon", c.epsilon());
            json.put("tie_word_embeddings", c.tied());
            describeSpecials(json);
        }
    },
    /** Global attention in every layer. */
    GPT2("GPT2LMHeadModel", "gpt2") {
        @Override
        void describe(ModelConfig c, Map<String, Object> json) {
            json.put("activation_function", activation(c));
            json.put("n_layer", c.nLayers());
            json.put("n_head", c.nHeads());
            json.put("n_embd", c.dModel());
            json.put("n_inner", c.dMlp());
            json.put("n_positions", c.nCtx());
            json.put("vocab_size", c.dVocab());
            json.put("layer_norm_epsilon", c.epsilon());
            json.put("tie_word_embeddings", c.tied());
            describeSpecials(json);
        }
    },
    /** Rotary positions; without MLPs where their size is 0. */
    GPT_NEOX("GPTNeoXForCausalLM", "gpt_neox") {
        @Override
        void describe(ModelConfig c, Map<String, Object> json) {
            Rotary rotary = c.attention().rotary().get(0);
            describeShape(c, json);
            json.put("rotary_pct", (double) rotary.dims() / c.dHead());
            json.put("rotary_emb_base", rotary.base());
            json.put("use_parallel_residual", c.layout().isParallel());
            json.put("attention_bias", c.attention().qkvBias());
            json.put("vocab_size", c.dVocab());
            json.put("layer_norm_eps", c.epsilon());
            json.put("tie_word_embeddings", c.tied());
            describeSpecials(json);
        }
    },
    /** Reads both ways, and has a head that tells what was hidden. */
    BERT("BertForMaskedLM", "bert") {
        @Override
        void describe(ModelConfig c, Map<String, Object> json) {
            describeShape(c, json);
            json.put("type_vocab_size", c.stream().tokenTypes());
            json.put("vocab_size", c.dVocab());
            json.put("layer_norm_eps", c.epsilon());
            json.put("position_embedding_type", "absolute");
            json.put("tie_word_embeddings", c.tied());
            json.put("pad_token_id", Vocabulary.maskedSpecials().indexOf("[PAD]"));
        }
    };

    private final String architecture;
    private final String type;

    Family(String architecture, String type) {
        this.architecture = architecture;
        this.type = type;
    }

    /** The class that {@code config.json} names. */
    public String architecture() {
        return architecture;
    }

    abstract void describe(ModelConfig config, Map<String, Object> json);

    Map<String, Object> json(ModelConfig config, Precision precision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("architectures", List.of(architecture));
        json.put("model_type", type);
        describe(config, json);
        json.put("dtype", precision.name().toLowerCase(Locale.ROOT));
        return json;
    }

    /** The names that most families have. */
    private static void describeShape(ModelConfig c, Map<String, Object> json) {
        json.put("hidden_act", activation(c));
        json.put("num_hidden_layers", c.nLayers());
        json.put("num_attention_heads", c.nHeads());
        json.put("hidden_size", c.dModel());
        json.put("intermediate_size", c.dMlp());
        json.put("max_position_embeddings", c.nCtx());
    }

    private static void describeSpecials(Map<String, Object> json) {
        json.put("bos_token_id", Vocabulary.specials().indexOf(Vocabulary.BEGIN));
        json.put("eos_token_id", Vocabulary.specials().indexOf(Vocabulary.BEGIN));
        json.put("pad_token_id", Vocabulary.specials().indexOf(Vocabulary.PAD));
    }

    private static String activation(ModelConfig c) {
        return switch (c.mlp().activation()) {
            case GELU_TANH -> "gelu_new";
            case GELU -> "gelu";
            case RELU -> "relu";
            case SILU -> "silu";
            default ->
                throw new IllegalArgumentException(
                        "no name is known for " + c.mlp().activation());
        };
    }

    /** Runs of layers of one kind: {@code [[["local"], 2], [["global"], 3]]}. */
    private static List<Object> attentionTypes(List<Integer> windows) {
        List<Object> types = new ArrayList<>();
        int from = 0;
        while (from < windows.size()) {
            boolean local = windows.get(from) > 0;
            int to = from;
            while (to < windows.size() && windows.get(to) > 0 == local) {
                to++;
            }
            types.add(List.of(List.of(local ? "local" : "global"), to - from));
            from = to;
        }
        return types;
    }
}
