package practicum.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One message of Jupyter's wire protocol 5.3, and its signed frames.
 *
 * @param id the message's own id
 * @param parent the id of the message that it answers, or ""
 */
record JupyterMessage(String id, String type, String parent, JsonObject content) {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    static JupyterMessage request(String type, JsonObject content) {
        return new JupyterMessage(UUID.randomUUID().toString(), type, "", content);
    }

    /** @param metadata what a front end says of the cell, such as its id */
    List<byte[]> frames(String key, String session, JsonObject metadata) {
        var header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", session);
        header.addProperty("username", "test");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.3");
        byte[] head = bytes(header.toString());
        byte[] empty = bytes("{}");
        byte[] about = bytes(metadata.toString());
        byte[] body = bytes(content.toString());
        return List.of(DELIMITER, bytes(sign(key, head, empty, about, body)), head, empty, about, body);
    }

    static JupyterMessage parse(List<byte[]> frames, String key) {
        int at = 0;
        while (!Arrays.equals(frames.get(at), DELIMITER)) {
            at++;
        }
        String signature = text(frames.get(at + 1));
        List<byte[]> parts = frames.subList(at + 2, at + 6);
        if (!signature.equals(sign(key, parts.toArray(byte[][]::new)))) {
            throw new IllegalStateException("A message of the kernel is not signed with the key.");
        }
        JsonObject header = JsonParser.parseString(text(parts.get(0))).getAsJsonObject();
        JsonElement parent =
                JsonParser.parseString(text(parts.get(1))).getAsJsonObject().get("msg_id");
        return new JupyterMessage(
                header.get("msg_id").getAsString(),
                header.get("msg_type").getAsString(),
                parent == null ? "" : parent.getAsString(),
                JsonParser.parseString(text(parts.get(3))).getAsJsonObject());
    }

    private static String sign(String key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
