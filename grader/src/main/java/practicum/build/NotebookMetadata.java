package practicum.build;

import com.google.gson.JsonObject;
import practicum.source.Practicum;

/** What a generated notebook says of itself: its kernel, its language, its practicum. */
final class NotebookMetadata {
    private NotebookMetadata() {}

    static JsonObject of(Practicum practicum) {
        JsonObject kernel = new JsonObject();
        kernel.addProperty("display_name", "Java (Practicum)");
        kernel.addProperty("language", "java");
        kernel.addProperty("name", "practicum");
        JsonObject language = new JsonObject();
        language.addProperty("codemirror_mode", "java");
        language.addProperty("file_extension", ".java");
        language.addProperty("mimetype", "text/x-java");
        language.addProperty("name", "java");
        language.addProperty("pygments_lexer", "java");
        JsonObject own = new JsonObject();
        own.addProperty("stem", practicum.stem());
        JsonObject metadata = new JsonObject();
        metadata.add("kernelspec", kernel);
        metadata.add("language_info", language);
        metadata.add("practicum", own);
        return metadata;
    }
}
