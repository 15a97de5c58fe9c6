package practicum.reference;

import java.util.stream.IntStream;

/** Reads one family's configuration and tensors; a subclass says only what its family does. */
abstract class Family {
    final Config config;
    final StoredTensors tensors;

    Family(Config config, StoredTensors tensors) {
        this.config = config;
        this.tensors = tensors;
    }

    static Family of(Config config, StoredTensors tensors) {
        String architecture = config.array("architectures").get(0).getAsString();
        return switch (architecture) {
            case "GPT2LMHeadModel" -> new Gpt2Family(config, tensors);
            case "GPTNeoForCausalLM" -> new GptNeoFamily(config, tensors);
            case "GPTNeoXForCausalLM" -> new GptNeoXFamily(config, tensors);
            case "GPTJForCausalLM" -> new GptJFamily(config, tensors);
            case "OPTForCausalLM" -> new OptFamily(config, tensors);
            case "LlamaForCausalLM" -> new LlamaFamily(config, tensors);
            case "MistralForCausalLM" -> new MistralFamily(config, tensors);
            case "Qwen2ForCausalLM" -> new Qwen2Family(config, tensors);
            case "Qwen3ForCausalLM" -> new Qwen3Family(config, tensors);
            case "GemmaForCausalLM" -> new GemmaFamily(config, tensors);
            case "Gemma2ForCausalLM" -> new Gemma2Family(config, tensors);
            case "Gemma3ForCausalLM" -> new Gemma3Family(config, tensors);
            case "PhiForCausalLM" -> new PhiFamily(config, tensors);
            case "Olmo2ForCausalLM" -> new Olmo2Family(config, tensors);
            case "BertForMaskedLM" -> new BertFamily(config, tensors);
            default -> throw new IllegalArgumentException("the reference has no " + architecture);
        };
    }

    final ReferenceModel model() {
        return new ReferenceModel(
                embedding(), IntStream.range(0, layers()).mapToObj(this::block).toList(), finalNorm(), head());
    }

    abstract int layers();

    abstract Embedding embedding();

    abstract Block block(int layer);

    abstract Pointwise finalNorm();

    abstract Pointwise head();

    final Pointwise linear(String name) {
        return new Linear(tensors.matrix(name + ".weight"));
    }

    final Pointwise biased(String name) {
        return new Linear(tensors.matrix(name + ".weight"), tensors.vector(name + ".bias"));
    }

    final Pointwise linear(String name, boolean bias) {
        return bias ? biased(name) : linear(name);
    }

    final Pointwise layerNorm(String name, double epsilon) {
        return Norm.layer(tensors.vector(name + ".weight"), tensors.vector(name + ".bias"), epsilon);
    }

    /** The unembedding: the embedding again where the model is tied. */
    final Pointwise unembedding(String embedding, String head, boolean tiedByDefault) {
        boolean tied = config.flag("tie_word_embeddings", tiedByDefault);
        return new Linear(tensors.matrix(tied ? embedding : head));
    }

    /** Token vectors plus learned position vectors, the first of which is at {@code offset}. */
    final Embedding learnedPositions(String tokens, String positions, int offset) {
        double[][] tokenVectors = tensors.matrix(tokens);
        double[][] positionVectors = tensors.matrix(positions);
        return (token, type, position) -> Vectors.plus(tokenVectors[token], positionVectors[position + offset]);
    }

    /** Token vectors, nothing else. */
    final Embedding tokensOnly(String tokens) {
        double[][] vectors = tensors.matrix(tokens);
        return (token, type, position) -> vectors[token];
    }
}
