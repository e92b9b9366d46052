package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandTest {
    private final CommandLineHarness ferry = new CommandLineHarness();

    @TempDir
    Path directory;

    @Test
    void simulatesTheTenantOfAnExportWithItsKnobs() throws IOException {
        Path export = directory.resolve("export");
        Files.createDirectories(export.resolve("batch/utterances"));
        Files.createDirectories(export.resolve("inventory"));
        Files.writeString(export.resolve("inventory/configuration.yaml"), "company: tyrellium\n");
        assertThat(up("--export", export.toString(), "--asapp", "rps=50"))
                .as(ferry.err.toString())
                .isZero();
        assertThat(ferry.out.toString())
                .contains("http://127.0.0.1:2, batch feeds in bucket tyrellium, key in secret ferry/asapp", "{rps=50}");
    }

    @Test
    void simulatesNoTenantOfASample() {
        assertThat(up()).isZero();
        assertThat(ferry.out.toString()).doesNotContain("ASAPP");
    }

    @Test
    void refusesKnobsWithoutAnExport() {
        assertThat(up("--asapp", "rps=50")).isEqualTo(1);
        assertThat(ferry.err.toString()).contains("--asapp", "--export");
    }

    @Test
    void refusesSettingsOfATargetThatIsNotSimulated() {
        assertThat(up("--intercom", "perMinute=500")).isEqualTo(1);
        assertThat(ferry.err.toString()).contains("--intercom", "--target intercom");
    }

    private int up(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "up";
        arguments[1] = "--work";
        arguments[2] = directory.resolve("work").toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return ferry.run(arguments);
    }
}
