package dev.ferry.cli.command;

import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.deploy.CdkCommandLine;
import dev.ferry.cli.deploy.StackOutputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `ferry deploy`: to AWS, after showing what would change.
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = {
            "Deploy Ferry to the AWS account of your credentials: show the difference, ask, deploy.",
            "Needs Node.js, and an account in which `npx aws-cdk bootstrap` has run once. Leaves a description of the"
                    + " cloud for the --cloud option of other commands."
        },
        footer = {
            "",
            "Examples:",
            "  ferry deploy --source-bucket acme-export",
            "  ferry deploy --environment prod --source-bucket acme-export --set alarmEmails=ops@example.com",
            "  ferry deploy --environment prod --remove"
        })
public final class DeployCommand implements Callable<Integer> {
    private static final String AGREED = "yes";

    private final Surroundings surroundings;
    private final CdkCommandLine.Runner runner;
    private final Supplier<String> answer;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            defaultValue = "dev",
            description = "Part of all names, so that several live in one account (default: ${DEFAULT-VALUE}).")
    private String environment = "dev";

    @Option(
            names = "--source-bucket",
            paramLabel = "BUCKET",
            defaultValue = "",
            description = "The bucket that holds the export.")
    private String sourceBucket = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Another setting, see docs/reference/deployment.md; may be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--remove", description = "Remove the environment. Data are kept unless deployed with data=remove.")
    private boolean remove;

    /// @param runner runs the CDK command line
    /// @param answer reads what a person types
    public DeployCommand(Surroundings surroundings, CdkCommandLine.Runner runner, Supplier<String> answer) {
        this.surroundings = surroundings;
        this.runner = runner;
        this.answer = answer;
    }

    @Override
    public Integer call() throws IOException {
        CdkCommandLine cdk =
                new CdkCommandLine(surroundings.home().toAbsolutePath().normalize(), context());
        return remove ? removed(cdk) : deployed(cdk);
    }

    private int deployed(CdkCommandLine cdk) throws IOException {
        succeed("the difference cannot be shown", cdk.diff());
        if (!agreed("Deploy this to environment " + environment + "?")) {
            return 0;
        }
        Path file = Path.of("aws-%s.json".formatted(environment));
        Path outputs = Files.createTempFile("ferry-outputs", ".json");
        try {
            succeed("the deployment failed", cdk.deploy(outputs));
            StackOutputs.read(environment, outputs).description(sourceBucket).write(file);
        } finally {
            Files.delete(outputs);
        }
        surroundings.console().line("The cloud is described in " + file);
        surroundings.console().next("ferry run --config FILE --migration ID --cloud " + file);
        return 0;
    }

    private int removed(CdkCommandLine cdk) {
        if (agreed("Remove environment " + environment + "?")) {
            succeed("the removal failed", cdk.destroy());
        }
        return 0;
    }

    private Map<String, String> context() {
        if (settings.containsKey("environment")) {
            throw new UsageProblem("an option of its own", "--set environment", "use --environment NAME");
        }
        if (settings.containsKey("sourceBuckets")) {
            throw new UsageProblem("an option of its own", "--set sourceBuckets", "use --source-bucket BUCKET");
        }
        Map<String, String> context = new TreeMap<>(settings);
        context.put("environment", environment);
        if (!sourceBucket.isEmpty()) {
            context.put("sourceBuckets", sourceBucket);
        }
        return context;
    }

    private boolean agreed(String question) {
        if (yes) {
            return true;
        }
        if (!surroundings.terminal()) {
            throw new UsageProblem("nobody can be asked", "the terminal", "add --yes when you know what will change");
        }
        surroundings.console().line(question + " Type `yes`:");
        return answer.get().strip().equals(AGREED);
    }

    private void succeed(String problem, List<String> command) {
        int code = runner.run(command);
        if (code != 0) {
            throw new UsageProblem(problem, "exit code " + code, "read what the CDK command line says above");
        }
    }
}
