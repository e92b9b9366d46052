package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FerryCommandTest {
    private final CommandLineHarness ferry = new CommandLineHarness();

    @Test
    void refusesOptionsThatWouldBeIgnored() {
        assertThat(ferry.run("scope", "--config", "c.json", "--migration", "m", "--export", "here"))
                .isEqualTo(1);
        assertThat(ferry.err.toString())
                .isEqualTo("ferry: no cloud is started for --config, --export, leave out one of the two options\n");
    }

    @Test
    void helpTeachesExitCodesAndWhereToStart() {
        assertThat(ferry.run("--help")).isZero();
        assertThat(ferry.out.toString())
                .contains("demo", "up", "run", "status", "report", "owners", "explain")
                .contains("0   clean", "3   waiting for a person", "4   parked by a quota")
                .contains("Start here:", "ferry demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "run", "status", "report", "owners", "explain"})
    void everyCommandHasExamples(String command) {
        assertThat(ferry.run(command, "--help")).isZero();
        assertThat(ferry.out.toString()).contains("Examples:", "ferry " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fly", "demo --nosuch", "run", "explain", "demo --conversations many"})
    void aWrongCommandLineIsOneLineAndAnError(String line) {
        assertThat(ferry.run(line.split(" ", -1))).isEqualTo(ExitCode.ERROR.code());
        assertThat(ferry.err.toString()).startsWith("ferry: ").contains("in the command line, see `ferry");
        assertThat(ferry.err.toString().strip().lines()).hasSize(1);
    }

    @Test
    void aMissingCloudIsSaidWithWhatToDo() {
        assertThat(ferry.run("status", "--work", "/nowhere")).isEqualTo(1);
        assertThat(ferry.err.toString())
                .isEqualTo("ferry: no cloud is running, /nowhere/cloud.json, start one with `ferry up`, "
                        + "or name a description of yours with --cloud%n".formatted());
    }

    @Test
    void debugShowsTheStackTrace() {
        assertThat(ferry.run("status", "--work", "/nowhere", "--debug")).isEqualTo(1);
        assertThat(ferry.err.toString()).contains("ferry: no cloud is running", "UsageProblem", "\tat ");
    }
}
