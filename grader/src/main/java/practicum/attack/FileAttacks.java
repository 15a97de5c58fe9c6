package practicum.attack;

import static practicum.attack.Attack.beside;
import static practicum.attack.Attack.of;
import static practicum.attack.Attack.refused;
import static practicum.attack.Attack.scores;
import static practicum.attack.Attacked.PERFECT;
import static practicum.attack.Attacked.with;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import practicum.check.Status;
import practicum.nbformat.NotebookWriter;

/** Files that are no notebooks, or not of today, or more than a notebook may be; and texts that lie to a reader. */
final class FileAttacks {
    private static final String TEXT = NotebookWriter.write(PERFECT);
    private static final String[] SCRIPTS = {"<script", "onerror=\"", "href=\"javascript:", "\u001B", "\u202E", "\u200B"
    };

    private FileAttacks() {}

    static List<Attack> all() {
        return List.of(
                invalid(
                        32,
                        "a notebook cut off",
                        target -> target.submit(TEXT.substring(0, TEXT.length() / 2)),
                        "line"),
                invalid(32, "an empty file", target -> target.submit(""), "empty"),
                invalid(32, "UTF-16", target -> encoded(target, StandardCharsets.UTF_16LE), "UTF-8"),
                invalid(
                        32,
                        "bytes of no text",
                        target -> Files.write(target.file(), new byte[] {'{', '\n', (byte) 0xC3, 0x28}),
                        "line 2, column 1"),
                invalid(
                        32,
                        "zero bytes",
                        target -> target.submit(TEXT.replaceFirst("\"cells\"", "\0\"cells\"")),
                        "line"),
                invalid(32, "keys given twice", target -> target.submit("{\"nbformat\": 4, \"nbformat\": 4}"), "twice"),
                perfect(32, "a byte order mark", "\uFEFF" + TEXT),
                perfect(33, "nbformat 3", version3()),
                perfect(33, "nbformat 4.0", version40()),
                perfect(
                        33,
                        "nbformat 4 of a later day, with an output that nobody knows",
                        TEXT.replaceFirst("\"nbformat_minor\": 5", "\"nbformat_minor\": 99")
                                .replaceFirst("\"outputs\": \\[]", "\"outputs\": [{\"output_type\": \"smell\"}]")),
                invalid(
                        33,
                        "nbformat 5",
                        target -> target.submit(TEXT.replace("\"nbformat\": 4", "\"nbformat\": 5")),
                        "nbformat 5"),
                invalid(
                        33,
                        "nbformat 2",
                        target -> target.submit("{\"nbformat\": 2, \"worksheets\": []}"),
                        "nbformat 2"),
                invalid(33, "nbformat without end", target -> target.submit("{\"nbformat\": 1e999999999}"), "nbformat"),
                invalid(34, "500 MiB", FileAttacks::large, "larger than"),
                invalid(
                        34,
                        "200,000 cells",
                        target ->
                                target.submit("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"raw\", \"source\": \"\"}"
                                        + ",{\"cell_type\": \"raw\", \"source\": \"\"}".repeat(199_999) + "]}"),
                        "200000 cells"),
                invalid(34, "JSON of a depth of 100,000", target -> target.submit("[".repeat(100_000)), "line 1"),
                beside(34, "a line of a million characters", "// " + "x".repeat(1_000_000), Expected.of(10, Status.OK)),
                invalid(
                        34,
                        "an archive that bursts",
                        target -> zipped(target, Attacked.FILE, " ".repeat(80 << 20)),
                        "unpacks to more"),
                invalid(
                        34,
                        "an archive that leads elsewhere",
                        target -> zipped(target, "../../" + Attacked.FILE, TEXT),
                        "another folder"),
                invalid(
                        34,
                        "a link to another file",
                        target -> Files.createSymbolicLink(target.file(), java.nio.file.Path.of("/etc/hosts")),
                        "link"),
                invalid(34, "a folder in place of the file", target -> Files.createDirectory(target.file()), "no file"),
                of(
                        36,
                        "scripts and directions in an answer in words",
                        with(
                                PERFECT,
                                "why",
                                "<script>alert(1)</script> <img src=x onerror=\"alert(1)\"> [x](javascript:alert(1))"
                                        + " \u001B[31m \u202Efdp \u200B"),
                        Expected.of(10, Status.OK).pageLacking(SCRIPTS)),
                scores(
                        36,
                        "scripts and half characters in an exception",
                        """
                        double[] scores(double[] q) {
                            throw new IllegalStateException("<script>alert(1)</script> \\u001B[2J \\u202E \\ud800 <img src=x onerror=\\"alert(1)\\">");
                        }
                        """,
                        Expected.of(4, Status.PARTIAL).pageLacking(SCRIPTS)),
                marked("quotes in quotes, twenty thousand deep", "> ".repeat(20_000)),
                marked("dollars that close nothing", "$a ".repeat(200_000)),
                of(36, "half a character in an answer in words", PERFECT, Expected.of(10, Status.OK))
                        .handedIn(target -> target.submit(NotebookWriter.write(with(PERFECT, "why", "HALF"))
                                .replace("HALF", "\\ud800 half"))),
                of(37, "a name that is a formula", PERFECT, Expected.of(10, Status.OK))
                        .by("=cmd|'calc'!A1, \"x\""),
                of(37, "a name of two lines, right to left, with a face", PERFECT, Expected.of(10, Status.OK))
                        .by(nameable("+ma\nלאה 🙂 ..")),
                invalid(47, "another practicum", FileAttacks::otherPracticum, "not one cell is of this practicum"));
    }

    /** The name, or what of it this process can name a file, which depends on the language it was started in. */
    private static String nameable(String name) {
        var encoder =
                Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder();
        return encoder.canEncode(name) ? name : name.replaceAll("[^\\x00-\\x7F]", "-");
    }

    private static Attack invalid(int row, String title, Attack.Deed deed, String says) {
        return refused(row, title, deed, Expected.of(0, Status.INVALID_NOTEBOOK).saying(says));
    }

    private static Attack marked(String title, String words) {
        return of(36, title, with(PERFECT, "why", words), Expected.of(10, Status.OK));
    }

    private static Attack perfect(int row, String title, String text) {
        return of(row, title, PERFECT, Expected.of(10, Status.OK)).handedIn(target -> target.submit(text));
    }

    private static void encoded(Target target, Charset charset) throws IOException {
        Files.write(target.file(), TEXT.getBytes(charset));
    }

    private static void large(Target target) throws IOException {
        try (var sparse = new RandomAccessFile(target.file().toFile(), "rw")) {
            sparse.setLength(500L << 20);
        }
    }

    private static void zipped(Target target, String name, String text) throws IOException {
        try (var zip =
                new ZipOutputStream(Files.newOutputStream(target.student().resolve("submission.zip")))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void otherPracticum(Target target) throws IOException {
        target.submit(
                """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {"practicum": {"stem": "07_something_else"}},
                 "cells": [{"cell_type": "code", "id": "other", "metadata": {}, "source": "int x = 1;", "outputs": []}]}
                """);
    }

    /** The same notebook as of IPython's time: worksheets, and code under another key. */
    private static String version3() {
        JsonObject now = JsonParser.parseString(TEXT).getAsJsonObject();
        JsonArray cells = now.getAsJsonArray("cells");
        for (JsonElement element : cells) {
            JsonObject cell = element.getAsJsonObject();
            cell.remove("id");
            if (cell.get("cell_type").getAsString().equals("code")) {
                cell.add("input", cell.remove("source"));
                cell.addProperty("language", "java");
            }
        }
        JsonObject sheet = new JsonObject();
        sheet.add("cells", cells);
        JsonArray sheets = new JsonArray();
        sheets.add(sheet);
        JsonObject then = new JsonObject();
        then.addProperty("nbformat", 3);
        then.addProperty("nbformat_minor", 0);
        then.add("metadata", new JsonObject());
        then.add("worksheets", sheets);
        return then.toString();
    }

    /** The same notebook before cells had ids, with texts in one piece. */
    private static String version40() {
        JsonObject notebook = JsonParser.parseString(TEXT).getAsJsonObject();
        notebook.addProperty("nbformat_minor", 0);
        for (JsonElement element : notebook.getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            cell.remove("id");
            StringBuilder text = new StringBuilder();
            cell.getAsJsonArray("source").forEach(line -> text.append(line.getAsString()));
            cell.addProperty("source", text.toString());
        }
        return notebook.toString();
    }
}
