package practicum.notebook;

/**
 * A public class or method with its Javadoc.
 *
 * @param name its simple name
 * @param signature how it is declared, with the names of its parameters
 * @param parameters how many it has; −1 for a class
 * @param comment its Javadoc as it stands in the source
 */
record Documented(String name, String signature, int parameters, String comment) {
    boolean isType() {
        return parameters < 0;
    }
}
