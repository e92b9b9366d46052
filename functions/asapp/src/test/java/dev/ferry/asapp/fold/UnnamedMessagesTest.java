package dev.ferry.asapp.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.core.source.EntityKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnnamedMessagesTest {
    private static final String ISSUE = """
            {"issue_id":7,"company_name":"acme","issue_created_ts":"2026-10-01 08:00:00"}""";
    private static final String MESSAGE = """
            {"event_uuid":%s,"issue_id":7,"company_name":"acme","created_ts":"2026-10-01 08:0%d:00","sender_id":1,\
            "sender_type":"customer","utterance":"%s"}""";

    @TempDir
    private Path export = Path.of(".");

    /// An id that is null, empty or blank is no id: such messages are told apart by who, when and what.
    @Test
    void messagesWithoutAnIdAreToldApartByWhatTheyAre() throws IOException {
        write("convos_metadata", List.of(ISSUE));
        write(
                "utterances",
                List.of(
                        MESSAGE.formatted("null", 1, "one"),
                        MESSAGE.formatted("\"\"", 2, "two"),
                        MESSAGE.formatted("\" \"", 3, "three"),
                        MESSAGE.formatted("\"\"", 3, "three"),
                        MESSAGE.formatted("\"\"", 3, "four")));
        InMemoryMigration migration =
                new InMemoryMigration(new LocalDirectorySource(export), FragmentSettings.of("acme"));

        migration.extract("batch/");
        migration.assemble();

        assertThat(migration.records(EntityKind.CONVERSATION).values())
                .flatExtracting(conversation -> conversation.path("messages").findValuesAsText("text"))
                .containsExactlyInAnyOrder("one", "two", "three", "four");
    }

    private void write(String feed, List<String> lines) throws IOException {
        Path partition =
                export.resolve("batch").resolve(feed).resolve("version=1/format=jsonl/dt=2026-10-01/hr=08/mi=00");
        Files.createDirectories(partition);
        Files.write(partition.resolve(feed + ".jsonl"), lines);
        Files.createFile(partition.resolve("_SUCCESS"));
    }
}
