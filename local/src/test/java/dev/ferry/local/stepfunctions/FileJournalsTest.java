package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.stepfunctions.journal.FileJournals;
import dev.ferry.local.stepfunctions.query.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalsTest {

    @Test
    void ignoresALineTornByTheEndOfTheProcessAndWritesOnAfterTheLastWholeOne(@TempDir Path directory)
            throws IOException {
        var journals = new FileJournals(directory);
        try (var journal = journals.open("executions/one")) {
            journal.append(Json.object().put("n", 1));
        }
        var file = directory.resolve("executions/one.jsonl");
        Files.writeString(file, "{\"n\":2,\"tex", StandardOpenOption.APPEND);
        assertThat(journals.read("executions/one"))
                .containsExactly(Json.object().put("n", 1));
        try (var journal = journals.open("executions/one")) {
            journal.append(Json.object().put("n", 3));
        }
        assertThat(journals.read("executions/one"))
                .containsExactly(Json.object().put("n", 1), Json.object().put("n", 3));
        assertThat(journals.names("executions/")).containsExactly("executions/one");
    }
}
