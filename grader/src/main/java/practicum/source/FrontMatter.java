package practicum.source;

/**
 * What a source says of itself before its first cell.
 *
 * @param title the practicum's name for a reader
 * @param number its place in the course, the number of its stem
 * @param claim the one sentence that it makes the student able to defend
 * @param seed what randomness starts from
 * @param floor the points that a blank release earns
 * @param variants how many versions with numbers of their own there are, one for each student; 0 where all get the same
 */
public record FrontMatter(String title, int number, String claim, long seed, double floor, int variants) {}
