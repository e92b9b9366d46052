package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.core.staging.Quarantined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedLinesTest {
    private static final int LINES = 20_001;

    /// They are listed in parts of ten thousand, so that a file of nothing but poison needs no heap for all of
    /// them.
    @Test
    void listsEveryLineOfAFileThatIsPoisonThroughout(@TempDir Path export) throws IOException {
        Path partition = export.resolve("batch/utterances/version=1/format=jsonl/dt=2026-10-01/hr=08/mi=00");
        Files.createDirectories(partition);
        Files.write(partition.resolve("utterances.jsonl"), Collections.nCopies(LINES, "torn {"));
        Files.createFile(partition.resolve("_SUCCESS"));
        InMemoryMigration migration =
                new InMemoryMigration(new LocalDirectorySource(export), FragmentSettings.of("gardenco"));

        migration.extract("batch/");

        assertThat(migration.sum(FragmentFile.PHASE, "rejected")).isEqualTo(LINES);
        assertThat(migration.lists.entries(FragmentFile.REJECTED))
                .extracting(Quarantined::line)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, LINES).boxed().toList());
    }
}
