package dev.ferry.cli.command;

import dev.ferry.cli.ExitCode;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.Gates;
import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.owners.OwnerGate;
import dev.ferry.cli.owners.OwnersFile;
import dev.ferry.cli.progress.ReadProgress;
import dev.ferry.cli.progress.RunProgress;
import dev.ferry.core.owners.OwnerAnswer;
import dev.ferry.core.owners.OwnerMatch;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ferry owners`: decide who owns the records of agents without a user in the target.
@Command(
        name = "owners",
        mixinStandardHelpOptions = true,
        description = {
            "Decide who owns the records of agents that have no user in the target.",
            "Export the list, fill in the column `owner` (a login, an id, or `default`), apply it; the run goes on."
        },
        footer = {"", "Examples:", "  ferry owners export", "  ferry owners apply ferry-work/owners.csv"})
public final class OwnersCommand {
    private final Surroundings surroundings;

    public OwnersCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write the undecided agents of a waiting run as owners.csv.")
    int export(
            @Mixin WorkOption work,
            @Mixin RunChoice choice,
            @Option(names = "--out", paramLabel = "FILE", description = "Default: owners.csv of the work directory.")
                    @Nullable
                    Path out) {
        try (CloudSession cloud = surroundings.sessions().open(work.cloud())) {
            Gates.Waiting gate = gate(cloud, choice);
            List<OwnerMatch> undecided = new OwnerGate(cloud).undecided(gate);
            Path file = out == null ? work.directory().prepare().owners() : out;
            OwnersFile.write(file, undecided);
            surroundings
                    .console()
                    .line("Wrote %s to %s. Fill in the column `owner`."
                            .formatted(Amounts.counted(undecided.size(), "agent"), file));
            surroundings.console().next("ferry owners apply " + file + work.repeated());
            return ExitCode.WAITING.code();
        }
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Check a filled-in owners file and let the run go on with it.")
    int apply(
            @Mixin WorkOption work,
            @Mixin RunChoice choice,
            @Parameters(paramLabel = "FILE", description = "The filled-in file.") Path file) {
        OwnerAnswer answer = OwnersFile.read(file);
        try (CloudSession cloud = surroundings.sessions().open(work.cloud())) {
            Gates.Waiting gate = gate(cloud, choice);
            OwnerGate owners = new OwnerGate(cloud);
            refuseStrangers(answer, owners.undecided(gate), file);
            owners.answer(gate, answer);
            surroundings
                    .console()
                    .line("Applied %s. The run goes on."
                            .formatted(Amounts.counted(answer.owners().size(), "decision")));
            surroundings.console().next("ferry status --watch" + work.repeated());
            return ExitCode.CLEAN.code();
        }
    }

    private static void refuseStrangers(OwnerAnswer answer, List<OwnerMatch> undecided, Path file) {
        List<String> known =
                undecided.stream().map(match -> match.agent().value()).toList();
        answer.owners().keySet().stream()
                .filter(agent -> !known.contains(agent))
                .findFirst()
                .ifPresent(agent -> {
                    throw new UsageProblem(
                            "agent " + agent + " is not waiting for a decision" + nearest(agent, known),
                            file.toString(),
                            "remove the row or export the list again");
                });
    }

    private static String nearest(String agent, List<String> known) {
        Stream<String> likely = known.stream().filter(other -> likeness(agent, other) <= 2);
        return likely.findFirst().map(other -> " (did you mean " + other + "?)").orElse("");
    }

    private static int likeness(String a, String b) {
        if (a.length() != b.length()) {
            return Integer.MAX_VALUE;
        }
        int differences = 0;
        for (int i = 0; i < a.length(); i++) {
            differences += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return differences;
    }

    private static Gates.Waiting gate(CloudSession cloud, RunChoice choice) {
        RunProgress progress = new ReadProgress(cloud).read(choice.find(cloud).arn());
        return progress.gate()
                .orElseThrow(() -> new UsageProblem(
                        "the run waits for nobody",
                        "run " + progress.run().runId(),
                        "see how far it is with `ferry status`"));
    }
}
