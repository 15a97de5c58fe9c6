package practicum.reference;

/** Names and shapes of a family's tensors, as transformers saves them. */
final class TensorLayout {
    private final Config config;
    private final RandomTensors tensors;

    private TensorLayout(Config config, RandomTensors tensors) {
        this.config = config;
        this.tensors = tensors;
    }

    /** Every tensor that the configured model has, and no other. */
    static RandomTensors draw(Config config, long seed) {
        String architecture = config.array("architectures").get(0).getAsString();
        RandomTensors tensors = new RandomTensors(seed, architecture.startsWith("Gemma"));
        TensorLayout layout = new TensorLayout(config, tensors);
        switch (architecture) {
            case "GPT2LMHeadModel" -> layout.gpt2();
            case "GPTNeoForCausalLM" -> layout.gptNeo();
            case "GPTNeoXForCausalLM" -> layout.gptNeoX();
            case "GPTJForCausalLM" -> layout.gptJ();
            case "OPTForCausalLM" -> layout.opt();
            case "PhiForCausalLM" -> layout.phi();
            case "BertForMaskedLM" -> layout.bert();
            default -> layout.llama(architecture.replace("ForCausalLM", ""));
        }
        return tensors;
    }

    private int size(String key) {
        return config.integer(key);
    }

    private boolean tied(boolean byDefault) {
        return config.flag("tie_word_embeddings", byDefault);
    }

    private void gpt2() {
        int width = size("n_embd");
        int inner = config.integer("n_inner", 4 * width);
        tensors.embedding("transformer.wte", size("vocab_size"), width);
        tensors.embedding("transformer.wpe", size("n_positions"), width);
        for (int layer = 0; layer < size("n_layer"); layer++) {
            String block = "transformer.h." + layer;
            tensors.layerNorm(block + ".ln_1", width)
                    .conv(block + ".attn.c_attn", width, 3 * width)
                    .conv(block + ".attn.c_proj", width, width)
                    .layerNorm(block + ".ln_2", width)
                    .conv(block + ".mlp.c_fc", width, inner)
                    .conv(block + ".mlp.c_proj", inner, width);
        }
        tensors.layerNorm("transformer.ln_f", width);
        if (!tied(true)) {
            tensors.linear("lm_head", size("vocab_size"), width, false);
        }
    }

    private void gptNeo() {
        int width = size("hidden_size");
        int inner = config.integer("intermediate_size", 4 * width);
        tensors.embedding("transformer.wte", size("vocab_size"), width);
        tensors.embedding("transformer.wpe", size("max_position_embeddings"), width);
        for (int layer = 0; layer < size("num_layers"); layer++) {
            String block = "transformer.h." + layer;
            tensors.layerNorm(block + ".ln_1", width)
                    .linear(block + ".attn.attention.k_proj", width, width, false)
                    .linear(block + ".attn.attention.v_proj", width, width, false)
                    .linear(block + ".attn.attention.q_proj", width, width, false)
                    .linear(block + ".attn.attention.out_proj", width, width, true)
                    .layerNorm(block + ".ln_2", width)
                    .linear(block + ".mlp.c_fc", inner, width, true)
                    .linear(block + ".mlp.c_proj", width, inner, true);
        }
        tensors.layerNorm("transformer.ln_f", width);
        if (!tied(true)) {
            tensors.linear("lm_head", size("vocab_size"), width, false);
        }
    }

    private void gptNeoX() {
        int width = size("hidden_size");
        int inner = size("intermediate_size");
        boolean bias = config.flag("attention_bias", true);
        tensors.embedding("gpt_neox.embed_in", size("vocab_size"), width);
        for (int layer = 0; layer < size("num_hidden_layers"); layer++) {
            String block = "gpt_neox.layers." + layer;
            tensors.layerNorm(block + ".input_layernorm", width)
                    .layerNorm(block + ".post_attention_layernorm", width)
                    .linear(block + ".attention.query_key_value", 3 * width, width, bias)
                    .linear(block + ".attention.dense", width, width, bias)
                    .linear(block + ".mlp.dense_h_to_4h", inner, width, true)
                    .linear(block + ".mlp.dense_4h_to_h", width, inner, true);
        }
        tensors.layerNorm("gpt_neox.final_layer_norm", width);
        if (!tied(false)) {
            tensors.linear("embed_out", size("vocab_size"), width, false);
        }
    }

    private void gptJ() {
        int width = size("n_embd");
        int inner = config.integer("n_inner", 4 * width);
        tensors.embedding("transformer.wte", size("vocab_size"), width);
        for (int layer = 0; layer < size("n_layer"); layer++) {
            String block = "transformer.h." + layer;
            tensors.layerNorm(block + ".ln_1", width)
                    .linear(block + ".attn.k_proj", width, width, false)
                    .linear(block + ".attn.v_proj", width, width, false)
                    .linear(block + ".attn.q_proj", width, width, false)
                    .linear(block + ".attn.out_proj", width, width, false)
                    .linear(block + ".mlp.fc_in", inner, width, true)
                    .linear(block + ".mlp.fc_out", width, inner, true);
        }
        tensors.layerNorm("transformer.ln_f", width);
        headWithBias("transformer.wte.weight", width);
    }

    /** GPT-J's and Phi's: the bias stays when the matrix is the embedding's. */
    private void headWithBias(String embedding, int width) {
        tensors.linear("lm_head", size("vocab_size"), width, true);
        if (tied(false)) {
            tensors.copy("lm_head.weight", embedding);
        }
    }

    private void opt() {
        int width = size("hidden_size");
        int inner = size("ffn_dim");
        int embedded = config.integer("word_embed_proj_dim", width);
        boolean bias = config.flag("enable_bias", true);
        tensors.embedding("model.decoder.embed_tokens", size("vocab_size"), embedded);
        tensors.embedding("model.decoder.embed_positions", size("max_position_embeddings") + 2, width);
        if (embedded != width) {
            tensors.linear("model.decoder.project_in", width, embedded, false);
            tensors.linear("model.decoder.project_out", embedded, width, false);
        }
        for (int layer = 0; layer < size("num_hidden_layers"); layer++) {
            String block = "model.decoder.layers." + layer;
            for (String name : new String[] {"k_proj", "v_proj", "q_proj", "out_proj"}) {
                tensors.linear(block + ".self_attn." + name, width, width, bias);
            }
            optNorm(block + ".self_attn_layer_norm", width);
            tensors.linear(block + ".fc1", inner, width, bias).linear(block + ".fc2", width, inner, bias);
            optNorm(block + ".final_layer_norm", width);
        }
        if (config.flag("do_layer_norm_before", true) && !config.flag("_remove_final_layer_norm", false)) {
            optNorm("model.decoder.final_layer_norm", width);
        }
    }

    private void optNorm(String name, int width) {
        if (config.flag("layer_norm_elementwise_affine", true)) {
            tensors.layerNorm(name, width);
        }
    }

    private void llama(String family) {
        int width = size("hidden_size");
        tensors.embedding("model.embed_tokens", size("vocab_size"), width);
        for (int layer = 0; layer < size("num_hidden_layers"); layer++) {
            String block = "model.layers." + layer;
            if (!family.equals("Olmo2")) {
                tensors.rmsNorm(block + ".input_layernorm", width);
            }
            llamaAttention(block + ".self_attn", family, width);
            tensors.rmsNorm(block + ".post_attention_layernorm", width);
            llamaMlp(block + ".mlp", width);
            if (family.equals("Gemma2") || family.equals("Gemma3")) {
                tensors.rmsNorm(block + ".pre_feedforward_layernorm", width);
            }
            if (family.equals("Gemma2") || family.equals("Gemma3") || family.equals("Olmo2")) {
                tensors.rmsNorm(block + ".post_feedforward_layernorm", width);
            }
        }
        tensors.rmsNorm("model.norm", width);
        if (!tied(family.startsWith("Gemma"))) {
            tensors.linear("lm_head", size("vocab_size"), width, false);
        }
    }

    private void llamaAttention(String name, String family, int width) {
        int heads = size("num_attention_heads");
        int keyHeads = config.integer("num_key_value_heads", heads);
        int head = config.integer("head_dim", width / heads);
        boolean bias = config.flag("attention_bias", false);
        boolean inputBias = bias || family.equals("Qwen2");
        tensors.linear(name + ".q_proj", heads * head, width, inputBias)
                .linear(name + ".k_proj", keyHeads * head, width, inputBias)
                .linear(name + ".v_proj", keyHeads * head, width, inputBias)
                .linear(name + ".o_proj", width, heads * head, bias);
        switch (family) {
            case "Qwen3", "Gemma3" -> tensors.rmsNorm(name + ".q_norm", head).rmsNorm(name + ".k_norm", head);
            case "Olmo2" -> tensors.rmsNorm(name + ".q_norm", heads * head).rmsNorm(name + ".k_norm", keyHeads * head);
            default -> {}
        }
    }

    private void llamaMlp(String name, int width) {
        int inner = size("intermediate_size");
        boolean bias = config.flag("mlp_bias", false);
        tensors.linear(name + ".gate_proj", inner, width, bias)
                .linear(name + ".up_proj", inner, width, bias)
                .linear(name + ".down_proj", width, inner, bias);
    }

    private void phi() {
        int width = size("hidden_size");
        int heads = size("num_attention_heads");
        int head = width / heads;
        int keys = config.integer("num_key_value_heads", heads) * head;
        tensors.embedding("model.embed_tokens", size("vocab_size"), width);
        for (int layer = 0; layer < size("num_hidden_layers"); layer++) {
            String block = "model.layers." + layer;
            tensors.layerNorm(block + ".input_layernorm", width)
                    .linear(block + ".self_attn.q_proj", width, width, true)
                    .linear(block + ".self_attn.k_proj", keys, width, true)
                    .linear(block + ".self_attn.v_proj", keys, width, true)
                    .linear(block + ".self_attn.dense", width, width, true)
                    .linear(block + ".mlp.fc1", size("intermediate_size"), width, true)
                    .linear(block + ".mlp.fc2", width, size("intermediate_size"), true);
            if (config.flag("qk_layernorm", false)) {
                tensors.layerNorm(block + ".self_attn.q_layernorm", head)
                        .layerNorm(block + ".self_attn.k_layernorm", head);
            }
        }
        tensors.layerNorm("model.final_layernorm", width);
        headWithBias("model.embed_tokens.weight", width);
    }

    private void bert() {
        int width = size("hidden_size");
        int inner = size("intermediate_size");
        tensors.embedding("bert.embeddings.word_embeddings", size("vocab_size"), width)
                .embedding("bert.embeddings.position_embeddings", size("max_position_embeddings"), width)
                .embedding("bert.embeddings.token_type_embeddings", size("type_vocab_size"), width)
                .layerNorm("bert.embeddings.LayerNorm", width);
        for (int layer = 0; layer < size("num_hidden_layers"); layer++) {
            String block = "bert.encoder.layer." + layer;
            tensors.linear(block + ".attention.self.query", width, width, true)
                    .linear(block + ".attention.self.key", width, width, true)
                    .linear(block + ".attention.self.value", width, width, true)
                    .linear(block + ".attention.output.dense", width, width, true)
                    .layerNorm(block + ".attention.output.LayerNorm", width)
                    .linear(block + ".intermediate.dense", inner, width, true)
                    .linear(block + ".output.dense", width, inner, true)
                    .layerNorm(block + ".output.LayerNorm", width);
        }
        tensors.bias("cls.predictions.bias", size("vocab_size"))
                .linear("cls.predictions.transform.dense", width, width, true)
                .layerNorm("cls.predictions.transform.LayerNorm", width);
        if (!tied(true)) {
            tensors.linear("cls.predictions.decoder", size("vocab_size"), width, false)
                    .copy("cls.predictions.decoder.bias", "cls.predictions.bias");
        }
    }
}
