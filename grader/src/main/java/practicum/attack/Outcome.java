package practicum.attack;

/**
 * What became of one attack.
 *
 * @param row the row of the catalogue; 0 for what is in none
 * @param title the attack
 * @param expected what had to become of it
 * @param seen what became of it
 * @param ok whether that is right
 * @param seconds how long it took
 */
public record Outcome(int row, String title, String expected, String seen, boolean ok, double seconds) {}
