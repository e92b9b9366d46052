package dev.ferry.cli.scope;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.Executions.MapProgress;
import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.console.Stage;
import dev.ferry.cli.progress.RunInput;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.scope.ScopeResults;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkFile;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.Execution.State;
import dev.ferry.handlers.executions.FindCause;
import dev.ferry.handlers.executions.RootCause;
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
import java.util.Optional;

/// Runs the machine `scope` to its end and copies what it wrote into the directory `scope/` of the work directory.
///
/// *Threading*: for one thread.
public final class RunScope {
    private static final String MACHINE = "scope";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("'scope'-yyyyMMdd-HHmmss-SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Surroundings surroundings;
    private final CloudSession cloud;
    private final WorkDirectory work;

    public RunScope(Surroundings surroundings, CloudSession cloud, WorkDirectory work) {
        this.surroundings = surroundings;
        this.cloud = cloud;
        this.work = work;
    }

    /// Looks at the source that a configuration names, and says what was found; what stopped it, when it did not
    /// come to its end.
    public Optional<RootCause> run(String migrationId, byte[] config) throws IOException, InterruptedException {
        String runId = ID.format(surroundings.clock().instant());
        RunRef run = new RunRef(migrationId, runId, new RunFiles(runId).config());
        try (WorkFile out = cloud.work().create(run.configKey())) {
            out.write(config);
            out.commit();
        }
        Execution execution = cloud.executions().start(MACHINE, runId, RunInput.of(run));
        Execution ended = follow(execution.arn());
        if (ended.state() != State.SUCCEEDED) {
            return Optional.of(new FindCause(cloud.executions()).of(ended));
        }
        say(surroundings.console(), fetch(new RunFiles(runId).scope() + "/"));
        return Optional.empty();
    }

    private Execution follow(String arn) throws InterruptedException {
        try (Stage stage = surroundings.console().stage("looking at the source")) {
            Execution now = cloud.executions().describe(arn);
            while (now.state().alive()) {
                stage.progress(progress(cloud.executions().maps(arn)));
                surroundings.pause().await(LOOK);
                now = cloud.executions().describe(arn);
            }
            if (now.state() == State.SUCCEEDED) {
                stage.done(progress(cloud.executions().maps(arn)));
            } else {
                stage.failed(now.error());
            }
            return now;
        }
    }

    private static String progress(List<MapProgress> maps) {
        long total = maps.stream().mapToLong(MapProgress::total).sum();
        long done = maps.stream().mapToLong(MapProgress::done).sum();
        return total == 0 ? "" : "%d of %d batches of files".formatted(done, total);
    }

    private ScopeResults fetch(String folder) throws IOException {
        Path target = work.root().resolve(MACHINE);
        Files.createDirectories(target);
        for (String name :
                List.of("objects.csv", "feeds.csv", "gaps.csv", "fields.csv", "missing.csv", "api.csv", "scope.html")) {
            copy(folder + name, target.resolve(name));
        }
        Path json = target.resolve("scope.json");
        copy(folder + "scope.json", json);
        return JsonMapper.builder().build().readValue(json.toFile(), ScopeResults.class);
    }

    private void copy(String name, Path target) throws IOException {
        try (InputStream in = cloud.work()
                .open(name)
                .orElseThrow(() -> new UsageProblem("no results", name, "run `ferry scope` again"))) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void say(Console console, ScopeResults results) {
        console.gap();
        results.objects()
                .forEach(one -> console.raw(
                        "  %,14d  %s%s".formatted(one.count(), one.exact() ? "" : "about; ", one.object())));
        console.gap();
        ScopeResults.Api api = results.api();
        console.raw(
                api == null
                        ? "  API      not configured: only the batch export is read"
                        : "  API      %,d requests, %d of the provider's days: %s"
                                .formatted(api.requests(), api.days(), api.forecast()));
        console.raw("  AWS      a run costs " + results.cost().sentence());
        console.raw("  gaps     %s in the dates of feeds; missing or not read: %d"
                .formatted(
                        Amounts.counted(results.gaps().size(), "gap"),
                        results.missing().size()));
        console.raw("  page     " + work.root().resolve(MACHINE).resolve("scope.html"));
    }
}
