package practicum.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/** Addresses between pages, which work from a folder: always relative, always to a file. */
final class Address {
    private Address() {}

    /** The address of one page in another; both from the site's root. */
    static String of(String to, String from) {
        int hash = to.indexOf('#');
        String file = hash < 0 ? to : to.substring(0, hash);
        String anchor = hash < 0 ? "" : to.substring(hash);
        return file.equals(from) && !anchor.isEmpty() ? anchor : relative(file, from) + anchor;
    }

    private static String relative(String to, String from) {
        Path folder = Objects.requireNonNullElse(Path.of("/", from).getParent(), Path.of("/"));
        return folder.relativize(Path.of("/", to)).toString().replace('\\', '/');
    }

    /** Where an address leads that stands in a file; both from the same root, and empty where it leads out of it. */
    static String resolve(String address, String from) {
        try {
            Path folder = Path.of(from).getParent();
            Path target = (folder == null ? Path.of(address) : folder.resolve(address)).normalize();
            return target.startsWith("..") || target.isAbsolute()
                    ? ""
                    : target.toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return "";
        }
    }

    /** Whether it leads to another site, of which nothing is known here. */
    static boolean isElsewhere(String address) {
        return address.startsWith("https://") || address.startsWith("http://") || address.startsWith("mailto:");
    }
}
