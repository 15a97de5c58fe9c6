package practicum.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * The pictures of a notebook's text, put into the page itself: those attached to a cell, and those in files beside the
 * notebook. Others keep their address.
 */
public record Pictures(Path folder, JsonObject attachments) implements Placement {
    private static final long LARGEST = 8 << 20;
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif", "svg", "image/svg+xml");

    @Override
    public String picture(String address) {
        return address.startsWith("attachment:") ? attached(address) : inFile(address);
    }

    private String attached(String address) {
        if (attachments.get(address.substring("attachment:".length())) instanceof JsonObject bundle) {
            for (String type : TYPES.values()) {
                if (bundle.get(type) instanceof JsonPrimitive data) {
                    return "data:" + type + ";base64," + data.getAsString().replaceAll("\\s", "");
                }
            }
        }
        return address;
    }

    private String inFile(String address) {
        String type = TYPES.get(address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        try {
            Path file = folder.resolve(address).normalize();
            // Only files of the course: a text must not pull any file of the machine into a page.
            if (type == null || !file.startsWith(folder) || !Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return address;
            }
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException | InvalidPathException e) {
            return address;
        }
    }
}
