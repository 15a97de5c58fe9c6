package practicum.report;

/** Where a text's pictures, links and headings stand in the page that the text becomes a part of. */
@FunctionalInterface
public interface Placement {
    /** The address to show a picture from. */
    String picture(String address);

    /** The address that a link leads to. */
    default String link(String address) {
        return address;
    }

    /** The id of a heading, unique in its page; empty for none. */
    default String heading(int level, String title) {
        return "";
    }
}
