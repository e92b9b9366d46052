package dev.ferry.cli.command;

import dev.ferry.cli.ExitCode;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.progress.RunInput;
import dev.ferry.cli.work.FetchResults;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import dev.ferry.core.report.RunStop;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.work.RunFiles;
import dev.ferry.handlers.executions.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ferry report`: the results of a run.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Fetch the results, the lists and the report of a run into the work directory and sum them up.",
            "Without a running cloud, the results that the work directory already holds are shown."
        },
        footer = {"", "Examples:", "  ferry report", "  xdg-open \"$(ferry report --open-path)\""})
public final class ReportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private WorkOption work = new WorkOption();

    @Mixin
    private RunChoice choice = new RunChoice();

    @Option(names = "--open-path", description = "Print only the path of the report, for a browser to open.")
    private boolean openPath;

    public ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        WorkDirectory directory = work.directory();
        RunResults results = Files.exists(directory.cloudFile()) ? fetched(directory) : kept(directory);
        if (openPath) {
            surroundings.console().raw(directory.report().toString());
        } else {
            Verdict.print(surroundings.console(), results, directory.report());
        }
        return ExitCode.of(results.status()).code();
    }

    private RunResults fetched(WorkDirectory directory) {
        try (CloudSession cloud = surroundings.sessions().open(work.cloud())) {
            Execution execution = cloud.executions().describe(choice.find(cloud).arn());
            RunRef run = RunInput.run(execution.input());
            String folder = new RunFiles(run.runId()).results();
            Optional<RunResults> found = new FetchResults(cloud.work(), directory.prepare()).fetch(folder);
            if (execution.state().alive() && !openPath) {
                found.flatMap(RunResults::stopped).ifPresent(this::sayThatItGoesOn);
            }
            return found.orElseThrow(() -> new UsageProblem(
                    "the run has left no results yet",
                    folder + "/run-results.json",
                    "see how far it is with `ferry status`"));
        }
    }

    private void sayThatItGoesOn(RunStop stop) {
        surroundings.console().line("  The run goes on: this is the report of its stop at " + stop.at());
    }

    private static RunResults kept(WorkDirectory directory) throws IOException {
        if (!Files.exists(directory.runResults())) {
            throw new UsageProblem(
                    "no results",
                    directory.runResults().toString(),
                    "run `ferry demo` first, or name another with --work");
        }
        return RunResultsJson.read(Files.readAllBytes(directory.runResults()));
    }
}
