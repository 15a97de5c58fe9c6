package practicum.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookWriter;

/**
 * Where an attack is put, and what it aims at.
 *
 * @param student the student's folder among the submissions
 * @param aims what the placeholders in an attack's text stand for, such as the folder of the solutions
 */
record Target(Path student, Map<String, String> aims) {
    Target {
        aims = Map.copyOf(aims);
    }

    /** Hands a notebook in. */
    void submit(Notebook notebook) throws IOException {
        submit(NotebookWriter.write(notebook));
    }

    /** Hands a file in that may be no notebook. */
    void submit(String text) throws IOException {
        String aimed = text;
        for (var aim : aims.entrySet()) {
            aimed = aimed.replace(aim.getKey(), aim.getValue());
        }
        Files.writeString(file(), aimed);
    }

    /** Where the notebook belongs. */
    Path file() {
        return student.resolve(Attacked.FILE);
    }
}
