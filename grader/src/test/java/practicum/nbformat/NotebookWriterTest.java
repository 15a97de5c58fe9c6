package practicum.nbformat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotebookWriterTest {
    private static Notebook sample() {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("zebra", "ü <b> & ' \u0007");
        metadata.addProperty("ant", 1);
        Map<String, com.google.gson.JsonElement> data = new LinkedHashMap<>();
        data.put("text/plain", new JsonPrimitive("two\nlines\n"));
        data.put("image/png", new JsonPrimitive("aGk=\n"));
        NotebookCell code = NotebookCell.of("c-1", NotebookCell.Kind.CODE, "int a;\nint b;", new JsonObject())
                .ran(
                        2,
                        List.of(
                                new Output.Stream("stdout", "out\n"),
                                new Output.Result(data),
                                new Output.Failure("E", "v", List.of("t"))));
        NotebookCell fresh = NotebookCell.of("c-2", NotebookCell.Kind.CODE, "", new JsonObject());
        NotebookCell prose = NotebookCell.of("c-3", NotebookCell.Kind.MARKDOWN, "# A\n", metadata);
        return new Notebook(metadata, List.of(code, fresh, prose));
    }

    /** The text is what Python's nbformat writes for the same notebook. */
    @Test
    void writesAsJupyterDoes() {
        assertThat(NotebookWriter.write(sample()))
                .isEqualTo(
                        """
                        {
                         "cells": [
                          {
                           "cell_type": "code",
                           "execution_count": 2,
                           "id": "c-1",
                           "metadata": {},
                           "outputs": [
                            {
                             "name": "stdout",
                             "output_type": "stream",
                             "text": [
                              "out\\n"
                             ]
                            },
                            {
                             "data": {
                              "image/png": "aGk=\\n",
                              "text/plain": [
                               "two\\n",
                               "lines\\n"
                              ]
                             },
                             "execution_count": 2,
                             "metadata": {},
                             "output_type": "execute_result"
                            },
                            {
                             "ename": "E",
                             "evalue": "v",
                             "output_type": "error",
                             "traceback": [
                              "t"
                             ]
                            }
                           ],
                           "source": [
                            "int a;\\n",
                            "int b;"
                           ]
                          },
                          {
                           "cell_type": "code",
                           "execution_count": null,
                           "id": "c-2",
                           "metadata": {},
                           "outputs": [],
                           "source": []
                          },
                          {
                           "cell_type": "markdown",
                           "id": "c-3",
                           "metadata": {
                            "ant": 1,
                            "zebra": "ü <b> & ' \\u0007"
                           },
                           "source": [
                            "# A\\n"
                           ]
                          }
                         ],
                         "metadata": {
                          "ant": 1,
                          "zebra": "ü <b> & ' \\u0007"
                         },
                         "nbformat": 4,
                         "nbformat_minor": 5
                        }
                        """);
    }

    @Test
    void readsWhatItWritesAsTheSameNotebook() {
        String text = NotebookWriter.write(sample());
        Notebook again = NotebookReader.parse(text, "x.ipynb");
        assertThat(again.cells()).isEqualTo(sample().cells());
        assertThat(NotebookWriter.write(again)).isEqualTo(text);
    }
}
