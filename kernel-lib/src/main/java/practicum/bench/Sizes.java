package practicum.bench;

/**
 * How large the pieces of work are.
 *
 * @param prompt tokens of a short prompt
 * @param rows short prompts in a batch
 * @param longPrompt tokens of a long one
 * @param sweepPrompt tokens of the prompts that are patched, continued and differentiated in steps
 * @param generated tokens that are generated
 * @param dictionaryWidth the width of what a dictionary reads
 * @param features in the dictionary
 * @param dictionaryRows activations in one of its steps
 * @param productScale by how much the matrix products are smaller that the machine's best rate is found with
 */
record Sizes(
        int prompt,
        int rows,
        int longPrompt,
        int sweepPrompt,
        int generated,
        int dictionaryWidth,
        int features,
        int dictionaryRows,
        int productScale) {
    /** Those that published figures are about. */
    static Sizes standard() {
        return new Sizes(64, 8, 512, 15, 32, 768, 12288, 2048, 1);
    }

    /** So small that all is done in seconds: for trying things out. */
    static Sizes quick() {
        return new Sizes(12, 2, 20, 6, 5, 16, 48, 64, 16);
    }

    /** These with no prompt longer than a model reads. */
    Sizes within(int context) {
        return new Sizes(
                Math.min(prompt, context),
                rows,
                Math.min(longPrompt, context),
                Math.min(sweepPrompt, context - generated),
                generated,
                dictionaryWidth,
                features,
                dictionaryRows,
                productScale);
    }
}
