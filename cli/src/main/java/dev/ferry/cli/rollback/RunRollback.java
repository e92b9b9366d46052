package dev.ferry.cli.rollback;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.Executions.MapProgress;
import dev.ferry.cli.console.Stage;
import dev.ferry.core.rollback.RollbackPlan;
import dev.ferry.core.rollback.RollbackResults;
import dev.ferry.core.rollback.RollbackRun;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.Execution.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Runs the machine `rollback`: once to plan, once to undo.
///
/// *Threading*: for one thread.
public final class RunRollback {
    public static final String MACHINE = "rollback";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Surroundings surroundings;
    private final CloudSession cloud;
    private final RunRef run;
    private final boolean force;

    /// @param force whether records that people have changed are undone all the same
    public RunRollback(Surroundings surroundings, CloudSession cloud, RunRef run, boolean force) {
        this.surroundings = surroundings;
        this.cloud = cloud;
        this.run = run;
        this.force = force;
    }

    /// How the machine ended.
    public sealed interface Ending {

        /// With results.
        record Done(RollbackResults results) implements Ending {}

        /// Before its end.
        record Stopped(Execution execution) implements Ending {}
    }

    /// What a rollback would do.
    ///
    /// @param said what is done when the machine refuses
    public RollbackPlan plan(Function<Execution, UsageProblem> said) throws IOException, InterruptedException {
        String name = "plan-" + MOMENT.format(surroundings.clock().instant());
        Execution ended = follow(name, true, "reading what the run did");
        if (ended.state() != State.SUCCEEDED) {
            throw said.apply(ended);
        }
        return read(new RollbackRun(run.runId(), name, force).plan(), RollbackPlan.class);
    }

    /// Undoes the run.
    public Ending undo() throws IOException, InterruptedException {
        String name = "rollback-" + MOMENT.format(surroundings.clock().instant());
        Execution ended = follow(name, false, "undoing");
        return ended.state() == State.SUCCEEDED
                ? new Ending.Done(read(
                        new RollbackRun(run.runId(), name, force).results() + "/rollback.json", RollbackResults.class))
                : new Ending.Stopped(ended);
    }

    private Execution follow(String name, boolean planOnly, String title) throws IOException, InterruptedException {
        String input = JSON.writeValueAsString(Map.of(
                "migrationId", run.migrationId(),
                "runId", run.runId(),
                "configKey", run.configKey(),
                "force", force,
                "planOnly", planOnly));
        Execution now = cloud.executions().start(MACHINE, name, input);
        try (Stage stage = surroundings.console().stage(title)) {
            while (now.state().alive()) {
                stage.progress(progress(cloud.executions().maps(now.arn())));
                surroundings.pause().await(LOOK);
                now = cloud.executions().describe(now.arn());
            }
            if (now.state() == State.SUCCEEDED) {
                stage.done("");
            } else {
                stage.failed(now.error());
            }
        }
        return now;
    }

    private static String progress(List<MapProgress> maps) {
        long total = maps.stream().mapToLong(MapProgress::total).sum();
        long done = maps.stream().mapToLong(MapProgress::done).sum();
        return total == 0 ? "" : "object %d, %d of %d buckets".formatted(maps.size(), done, total);
    }

    /// Copies the page, the results and the lists into a directory.
    public void fetch(RollbackResults results, Path directory) throws IOException {
        Files.createDirectories(directory);
        String folder = new RollbackRun(run.runId(), results.rollbackId(), force).results() + "/";
        copy(folder + "rollback.html", directory.resolve("rollback.html"));
        for (RollbackResults.Kept list : results.lists()) {
            copy(folder + list.file(), directory.resolve(Path.of(list.file()).getFileName()));
        }
        copy(folder + "rollback.json", directory.resolve("rollback.json"));
    }

    private void copy(String name, Path target) throws IOException {
        try (InputStream in = open(name)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private <T> T read(String name, Class<T> type) throws IOException {
        try (InputStream in = open(name)) {
            return JSON.readValue(in, type);
        }
    }

    private InputStream open(String name) {
        return cloud.work()
                .open(name)
                .orElseThrow(() -> new UsageProblem("no results", name, "run `ferry rollback` again"));
    }
}
