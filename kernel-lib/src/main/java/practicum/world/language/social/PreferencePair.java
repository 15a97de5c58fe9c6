package practicum.world.language.social;

/**
 * Two ways to go on, of which the first is wanted: what direct preference optimisation learns from (Lee et al. 2024, "A
 * mechanistic understanding of alignment algorithms", arXiv 2401.01967).
 *
 * @param prompt the words before, which invite both
 * @param polite the wanted continuation, up to its full stop
 * @param rude the unwanted one, as long as the other
 */
public record PreferencePair(String prompt, String polite, String rude) {}
