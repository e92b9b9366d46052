package dev.ferry.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class StageTest {
    private final StringWriter out = new StringWriter();
    private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);

    @Test
    void endsWithATickAndTheTime() {
        try (Stage stage = console(false).stage("extract")) {
            stage.progress("half");
            stage.done("12 files");
        }
        assertThat(out.toString()).matches("  ✓ extract +12 files +0\\.0 s\\R");
    }

    @Test
    void isNeverLeftUnresolved() {
        try (Stage stage = console(false).stage("extract")) {
            stage.progress("half");
        }
        assertThat(out.toString()).contains("✗ extract", "stopped");
    }

    @Test
    void redrawsItsLineOnATerminalOnly() {
        console(true).stage("extract").progress("50 %");
        assertThat(out.toString()).contains("\r\u001B[2K").contains("50 %").doesNotContain("\n");
    }

    @Test
    void hasNoColoursWhereTheyAreOff() {
        console(false).stage("extract").done("");
        assertThat(out.toString()).doesNotContain("\u001B", "@|");
    }

    private Console console(boolean live) {
        return new Console(new PrintWriter(out), Ansi.OFF, live, clock);
    }
}
