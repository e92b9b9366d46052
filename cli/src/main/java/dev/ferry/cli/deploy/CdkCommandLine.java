package dev.ferry.cli.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Calls of the CDK command line for one environment.
///
/// @param home where Ferry is installed
/// @param context what an operator chooses, by key
public record CdkCommandLine(Path home, Map<String, String> context) {
    /// The version that this was written against. The npm tag `latest` is another line.
    public static final String VERSION = "2.1148.1";

    public CdkCommandLine {
        context = Map.copyOf(context);
    }

    /// Runs a program and shows what it prints.
    @FunctionalInterface
    public interface Runner {
        /// Its exit code.
        ///
        /// *Errors*: [dev.ferry.cli.UsageProblem] when there is no such program.
        int run(List<String> command);
    }

    /// Shows what a deployment would change.
    public List<String> diff() {
        return made("diff", List.of("--all"));
    }

    /// Deploys all stacks as [#diff] has made and shown them; whoever calls this has asked before.
    ///
    /// @param outputs the file that the outputs of the stacks go to
    public List<String> deploy(Path outputs) {
        return call(
                "deploy",
                output().toString(),
                List.of("--all", "--require-approval", "never", "--outputs-file", outputs.toString()));
    }

    /// Removes all stacks. Data are kept unless they were deployed to be removed.
    public List<String> destroy() {
        return made("destroy", List.of("--all", "--force"));
    }

    private List<String> made(String what, List<String> options) {
        List<String> more = new ArrayList<>(options);
        more.addAll(List.of("--output", output().toString()));
        return call(what, quoted(home.resolve("ferry")) + " synthesise", more);
    }

    private Path output() {
        return home.resolve("infra-cdk").resolve("cdk.out");
    }

    /// @param application makes the stacks, or the directory in which they have been made
    private List<String> call(String what, String application, List<String> options) {
        List<String> command = new ArrayList<>(List.of("npx", "--yes", "aws-cdk@" + VERSION, what));
        command.addAll(options);
        command.addAll(List.of("--app", application));
        new TreeMap<>(context).forEach((key, value) -> command.addAll(List.of("--context", key + "=" + value)));
        return List.copyOf(command);
    }

    // The application is one text that a shell reads.
    private static String quoted(Path path) {
        String text = path.toString();
        return text.contains(" ") ? '"' + text + '"' : text;
    }
}
