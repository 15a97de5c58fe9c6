package practicum.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page that is complete in itself: its style and, where it has one, its script are in it, and nothing else may run. */
final class HtmlDocument {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private HtmlDocument() {}

    /** A page without scripts. */
    static String of(String title, String style, Html body) {
        return document(title, style, POLICY, "", body);
    }

    /** A page with one script, which alone the page allows. */
    static String of(String title, String style, String script, Html body) {
        String policy = POLICY + "; script-src 'sha256-" + digest(script) + "'";
        return document(title, style, policy, "<script>" + script + "</script>\n", body);
    }

    private static String document(String title, String style, String policy, String script, Html body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + HtmlText.escape(practicum.check.PlainText.of(title, 300)) + "</title>\n<style>\n"
                + Stylesheet.of(style) + "</style>\n</head>\n<body>\n<main>\n" + body + "</main>\n" + script
                + "</body>\n</html>\n";
    }

    private static String digest(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, but this one has not.", e);
        }
    }
}
