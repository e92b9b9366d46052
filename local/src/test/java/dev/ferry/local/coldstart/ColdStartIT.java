package dev.ferry.local.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The artifact starts and answers under Lambda's own client. How long that takes on an idle core is measured by
/// [ColdStartBenchmark].
class ColdStartIT {
    private static final long LARGEST = 30_000_000;
    private static final Path ARTIFACT =
            Path.of(System.getProperty("ferry.root"), "functions/handlers/target/ferry-functions.jar");

    @TempDir
    Path directory;

    @Test
    void answersWithAndWithoutASnapshot() throws IOException, InterruptedException {
        try (StartCloud cloud = StartCloud.in(directory.resolve("cloud"))) {
            ColdStart start = new ColdStart(ARTIFACT, cloud.environment());
            ColdStart.Times cold = start.cold();
            ColdStart.Times primed = start.primed();
            assertThat(cold.answer()).isEqualTo("{\"gate\":\"owners\"}");
            assertThat(primed.answer()).isEqualTo("{\"gate\":\"owners\"}");
            assertThat(primed.first()).isLessThan(cold.first());
        }
    }

    @Test
    void isSmallEnough() throws IOException {
        assertThat(Files.size(ARTIFACT)).isLessThan(LARGEST);
    }
}
