package practicum.reference;

import java.util.List;
import java.util.stream.Stream;

/** The odd cases of every family: forms that files on the Hugging Face hub have, and switches of the configuration. */
public final class Variants {
    private Variants() {}

    public static Stream<Variant> all() {
        return Stream.of(
                        GptVariants.gpt2(),
                        GptVariants.gptNeo(),
                        GptVariants.gptNeoX(),
                        GptVariants.gptJ(),
                        OptVariants.opt(),
                        LlamaVariants.llama(),
                        LlamaVariants.mistral(),
                        LlamaVariants.qwen2(),
                        LlamaVariants.qwen3(),
                        LlamaVariants.olmo2(),
                        RopeVariants.llama(),
                        GemmaVariants.gemma(),
                        GemmaVariants.gemma2(),
                        GemmaVariants.gemma3(),
                        PhiVariants.phi(),
                        BertVariants.bert())
                .flatMap(List::stream);
    }

    public static Variant named(String name) {
        return all().filter(variant -> variant.name().equals(name)).findFirst().orElseThrow();
    }
}
