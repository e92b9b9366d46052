package dev.ferry.asapp.fileexporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchAttachmentsTest {
    private static final String DAY = "version=1/format=%s/dt=2026-10-01/hr=00/mi=00/%s";
    private static final String ROW = """
            {"attachment_id":"a%1$d","conversation_id":"01A","company_marker":"acme","object_name":"a%1$d.txt"}""";

    @TempDir
    private Path export = Path.of(".");

    /// The feed's rows are found as staging finds them, whatever program wrote the file.
    @Test
    void findsRowsBehindByteOrderMarksAndBeforeCarriageReturns() throws IOException {
        write("attachments", "jsonl", "attachments.jsonl", "\uFEFF" + ROW.formatted(1) + "\r\n\r\n" + ROW.formatted(2));
        write("attachment_files", "bin", "a1.txt", "one");
        write("attachment_files", "bin", "a2.txt", "two");
        InMemoryMigration migration =
                new InMemoryMigration(new LocalDirectorySource(export), FragmentSettings.of("acme"));

        migration.fileExporter("fileexporter/");

        assertThat(migration.sum(FragmentFile.PHASE, "attachmentsStored")).isEqualTo(2);
        assertThat(migration.sum(FragmentFile.PHASE, "rejected")).isZero();
    }

    private void write(String feed, String format, String file, String text) throws IOException {
        Path path = export.resolve("fileexporter").resolve(feed).resolve(DAY.formatted(format, file));
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
