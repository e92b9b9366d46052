package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import dev.ferry.core.report.RunStatus;
import dev.ferry.core.report.RunStop;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkFile;
import dev.ferry.handlers.aws.AwsClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of which a step fails for good: its report says so, and the report of the run that was taken up again and
/// ended well does not.
class StoppedRunIT {
    private static final String[] SAMPLE = {"--conversations", "6"};

    @TempDir
    private Path work;

    private String lost = "";
    private byte[] content = {};

    @Test
    void leavesAReportThatSaysWhyAndAGoodOneWhenItIsTakenUpAgain() throws IOException {
        DemoRun first = new DemoRun(work).beforeEnd(this::loseAFile);
        assertThat(first.run("--conversations", "6", "--interactive"))
                .as(first.output())
                .isEqualTo(ExitCode.WAITING.code());
        assertThat(work.resolve("run-results.json")).doesNotExist();

        // The owners file as it is written: nobody decided, so that all belong to the loading user.
        assertThat(work.resolve("owners.csv")).exists();
        DemoRun second = new DemoRun(work).beforeEnd(this::restoreTheFile);
        assertThat(second.run("--conversations", "6", "--interactive"))
                .as(second.output())
                .isEqualTo(ExitCode.ERROR.code());
        RunStop stop = results().stopped().orElseThrow();
        assertThat(stop.place()).isEqualTo("at ApplyOwners in `migration`");
        assertThat(results().status()).isEqualTo(RunStatus.FAILED);
        assertThat(results().next()).contains("ferry run --resume");
        assertThat(results().phases()).extracting(PhaseResult::name).contains("extract", "assemble");
        assertThat(Files.readString(work.resolve("report.html")))
                .contains(
                        "Stopped before its end, at ApplyOwners in migration", "What is below is what stands so far.");
        assertThat(second.output()).contains("Report: " + work.resolve("report.html"), "Next:  ferry demo");

        DemoRun third = new DemoRun(work);
        assertThat(third.run(SAMPLE)).as(third.output()).isIn(0, 2);
        assertThat(results().stopped()).isEmpty();
        assertThat(results().balanced()).isTrue();
        assertThat(Files.readString(work.resolve("report.html"))).doesNotContain("Stopped before its end");
    }

    private RunResults results() throws IOException {
        return RunResultsJson.read(Files.readAllBytes(work.resolve("run-results.json")));
    }

    // Nothing after the gate can be done without it, and no waiting brings it back.
    private void loseAFile(CloudSession cloud) {
        String run = cloud.executions().latest("migration").getFirst().name();
        lost = new RunFiles(run).untouchedObjects();
        try (InputStream in = cloud.work().open(lost).orElseThrow()) {
            content = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new AwsClients().s3().deleteObject(request -> request.bucket("work").key(lost));
    }

    private void restoreTheFile(CloudSession cloud) {
        try (WorkFile out = cloud.work().create(lost)) {
            out.write(content);
            out.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
