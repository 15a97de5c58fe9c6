package practicum.nbformat;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;

/** One output of a code cell, as nbformat 4 knows it. */
public sealed interface Output {
    /** Text written to {@code stdout} or {@code stderr}. */
    record Stream(String name, String text) implements Output {}

    /** Something displayed: the same thing in several MIME types. */
    record Display(Map<String, JsonElement> data) implements Output {}

    /** The value of the cell's last expression. */
    record Result(Map<String, JsonElement> data) implements Output {}

    /** A compile error or an exception. */
    record Failure(String ename, String evalue, List<String> traceback) implements Output {}
}
