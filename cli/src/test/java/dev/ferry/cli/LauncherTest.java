package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @Test
    void saysInOneLineThatNoJdkIsThere() throws IOException, InterruptedException {
        Path launcher = Path.of(System.getProperty("ferry.root", ".."), "ferry");
        ProcessBuilder builder = new ProcessBuilder(launcher.toAbsolutePath().toString(), "demo");
        builder.environment().clear();
        builder.environment().put("PATH", "");
        builder.environment().put("FERRY_JDK_DIRS", "");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said)
                .startsWith("ferry: no JDK 25 found, ")
                .contains("set JAVA_HOME")
                .containsOnlyOnce("\n");
    }
}
