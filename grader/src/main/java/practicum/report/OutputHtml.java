package practicum.report;

import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import practicum.nbformat.Output;

/** A cell's output as HTML: of what is offered, the richest that a page without scripts can show. */
public final class OutputHtml {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]*");

    private OutputHtml() {}

    /** The output; HTML in it stays as it is, so the page must forbid scripts. */
    public static String html(Output output) {
        if (output instanceof Output.Stream stream) {
            return "<pre class=\"out " + (stream.name().equals("stderr") ? "stderr" : "stdout") + "\">"
                    + AnsiText.html(stream.text()) + "</pre>\n";
        }
        if (output instanceof Output.Failure failure) {
            return "<pre class=\"out failure\">" + failure(failure) + "</pre>\n";
        }
        Map<String, JsonElement> data =
                output instanceof Output.Display display ? display.data() : ((Output.Result) output).data();
        return "<div class=\"out\">" + richest(data) + "</div>\n";
    }

    private static String failure(Output.Failure failure) {
        return AnsiText.html(
                failure.traceback().isEmpty()
                        ? failure.ename() + ": " + failure.evalue()
                        : String.join("\n", failure.traceback()));
    }

    private static String richest(Map<String, JsonElement> data) {
        if (isText(data, "text/html")) {
            return text(data, "text/html");
        }
        if (isText(data, "image/svg+xml")) {
            byte[] svg = text(data, "image/svg+xml").getBytes(StandardCharsets.UTF_8);
            return picture("image/svg+xml", Base64.getEncoder().encodeToString(svg));
        }
        for (String type : new String[] {"image/png", "image/jpeg", "image/gif"}) {
            if (isText(data, type) && BASE64.matcher(text(data, type)).matches()) {
                return picture(type, text(data, type).replaceAll("\\s", ""));
            }
        }
        if (isText(data, "text/markdown")) {
            return Markdown.untrusted(text(data, "text/markdown"));
        }
        if (isText(data, "text/latex")) {
            return Tex.html(text(data, "text/latex").replaceAll("^\\s*\\$+|\\$+\\s*$", ""), true);
        }
        return isText(data, "text/plain") ? "<pre>" + AnsiText.html(text(data, "text/plain")) + "</pre>" : "";
    }

    private static String picture(String type, String base64) {
        return "<img alt=\"\" src=\"data:" + type + ";base64," + base64 + "\">";
    }

    private static boolean isText(Map<String, JsonElement> data, String type) {
        JsonElement value = data.get(type);
        return value != null && value.isJsonPrimitive();
    }

    private static String text(Map<String, JsonElement> data, String type) {
        JsonElement value = data.get(type);
        return value == null ? "" : value.getAsString();
    }
}
