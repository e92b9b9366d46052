package dev.ferry.asapp.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLinesTest {
    private static final String EVENT = """
            {"name":"com.asapp.event.journey","event_id":"%s","event_type":"QUEUED","meta_data":{"issue_id":"77",\
            "company_id":"acme","event_time":"2026-10-20T10:00:00Z"},"data":{"agent_name":"%s"}}""";

    @TempDir
    private Path journal = Path.of(".");

    /// A byte order mark, empty lines and carriage returns are no events; what is refused is named by its line.
    @Test
    void namesARefusedEventByItsLine() throws IOException {
        String text = "\uFEFF" + EVENT.formatted("e1", "Ann") + "\r\n\r\n  \n[1]\n" + EVENT.formatted("e2", "\u00FF");
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(journal.resolve("journey.jsonl"), marked(bytes));
        LocalDirectorySource source = new LocalDirectorySource(journal);
        InMemoryMigration migration = new InMemoryMigration(source, FragmentSettings.of("acme"));

        try (EventLines lines =
                EventLines.open(source, source.list("journey.jsonl").findFirst().orElseThrow())) {
            migration.events("journey.jsonl", lines);
        }

        assertThat(migration.lists.entries(FragmentFile.REJECTED))
                .extracting(entry -> entry.line() + " " + entry.reason())
                .containsExactlyInAnyOrder("4 WRONG_TYPE", "5 BAD_JSON");
        assertThat(migration.sum(FragmentFile.PHASE, "received")).isEqualTo(3);
        assertThat(migration.sum(FragmentFile.PHASE, "fragmented")).isEqualTo(1);
    }

    /// The same bytes with the mark, which ISO 8859-1 does not have, as UTF-8 writes it.
    private static byte[] marked(byte[] bytes) {
        byte[] marked = new byte[bytes.length + 2];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        System.arraycopy(bytes, 1, marked, 3, bytes.length - 1);
        return marked;
    }
}
