package dev.ferry.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.infra.settings.Description;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What functions did in the integration tests of the embedded cloud, against what `roles.json` allows them.
///
/// The tests of `local` and `cli` note it in `target/aws-calls`. A report of both sides is left in
/// `infra-cdk/target/actions.md`.
class ActionsReportTest {
    private static final Path ROOT = Path.of(System.getProperty("ferry.root"));

    /// Allowed, and taken by no run that goes well.
    private static final Map<String, String> RARELY = Map.ofEntries(
            Map.entry(
                    "assemble-buckets s3:AbortMultipartUpload work",
                    "when a bucket's file of more than 8 MB fails midway; S3StoresIT takes it"),
            Map.entry(
                    "extract-channel-files s3:AbortMultipartUpload work",
                    "when an attachment of more than 8 MB breaks off"),
            Map.entry("extract-channel-files s3:DeleteObject work", "when an attachment is given up"),
            Map.entry(
                    "plan-questions s3:ListBucket work",
                    "when a file that it looks for is missing, S3 says so only to those who may list"),
            Map.entry("plan-rollback dynamodb:BatchGetItem ledger", "when the run was killed with a chunk on its way"),
            Map.entry(
                    "plan-rollback dynamodb:BatchWriteItem ledger", "when the run was killed with a chunk on its way"),
            Map.entry("plan-rollback s3:ListBucket work", "when there are earlier runs"),
            Map.entry("read-pages states:SendTaskFailure machines", "when a work fails; ReadPagesHandlerTest takes it"),
            Map.entry(
                    "receive-events s3:PutObject work",
                    "when the stream does not take an event; EventsReceiverIT takes it"),
            Map.entry("report-stopped-run states:ListExecutions mapRuns", "when the child of a map has failed"),
            Map.entry("report-stopped-run states:ListMapRuns executions", "when the child of a map has failed"),
            Map.entry("settle-chunk dynamodb:Query staging", "when the target refuses records"),
            Map.entry(
                    "stage-buckets dynamodb:Query ledger",
                    "when many records of an object stand already; KilledDemoIT takes it"),
            Map.entry(
                    "submit-chunk dynamodb:BatchGetItem control",
                    "when it changes records of Intercom, whose images it reads under the shared limit"),
            Map.entry(
                    "submit-chunk dynamodb:BatchGetItem ledger",
                    "when it changes records: what the ledger says of them goes into their images"),
            Map.entry(
                    "submit-chunk dynamodb:PutItem control",
                    "when it changes records of Intercom, whose images it reads under the shared limit"));

    /// Called by people only; OperateBudgetHandlerTest works on a budget in memory.
    private static final Set<String> BY_PEOPLE = Set.of("operate-budget");

    /// Functions that do all that they are for with an export of all channels, which is not at hand everywhere.
    private static final Set<String> WITH_ALL_CHANNELS = Set.of(
            "extract-channel-files",
            "list-channel-files",
            "list-partitions",
            "list-works",
            "plan-questions",
            "prepare-run",
            "read-pages",
            "send-first-chunk");

    private static final boolean HAS_ALL_CHANNELS = Files.isDirectory(ROOT.resolve("../shared/data/asapp-small"));

    @Test
    void takesWhatIsAllowedAndIsAllowedWhatItTakes() throws IOException {
        Set<String> taken = taken();
        Set<String> allowed = allowed();
        Files.createDirectories(ROOT.resolve("infra-cdk/target"));
        Files.writeString(ROOT.resolve("infra-cdk/target/actions.md"), report(taken, allowed));
        assertThat(allowed).as("every action that is taken is allowed").containsAll(taken);
        Set<String> never = new TreeSet<>(allowed);
        never.removeAll(taken);
        never.removeAll(RARELY.keySet());
        never.removeIf(action -> BY_PEOPLE.contains(function(action))
                || (!HAS_ALL_CHANNELS && WITH_ALL_CHANNELS.contains(function(action))));
        assertThat(never)
                .as("allowed, but no test takes it, when all integration tests have run")
                .isEmpty();
    }

    private static String function(String action) {
        return action.substring(0, action.indexOf(' '));
    }

    private static Set<String> taken() throws IOException {
        List<Path> notes = Stream.of("local", "cli")
                .map(module -> ROOT.resolve(module).resolve("target/aws-calls"))
                .toList();
        Assumptions.assumeTrue(
                notes.stream().allMatch(Files::isDirectory),
                "SKIPPED: the integration tests of local and cli have not run before, so nothing is noted");
        Set<String> taken = new TreeSet<>();
        for (Path directory : notes) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.readAllLines(file).stream()
                            .map(ActionsReportTest::named)
                            .forEach(taken::add);
                }
            }
        }
        Set<String> functions = Description.of(ROOT).deployment().functions().stream()
                .map(function -> function.name())
                .collect(Collectors.toSet());
        return taken.stream()
                .filter(action -> functions.contains(function(action)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    // The buckets of exports and the names of secrets are the customer's.
    private static String named(String line) {
        String[] parts = line.split(" ", 3);
        String resource = parts[2];
        String known = switch (parts[1]) {
            case "secretsmanager:GetSecretValue" ->
                resource.startsWith("ferry/asapp") ? "sourceSecrets" : "targetSecrets";
            case "states:DescribeExecution", "states:GetExecutionHistory", "states:ListMapRuns" -> "executions";
            case "states:ListExecutions" -> "mapRuns";
            case "states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat" -> "machines";
            default -> parts[1].startsWith("s3:") && !resource.equals("work") ? "source" : resource;
        };
        return parts[0] + ' ' + parts[1] + ' ' + known;
    }

    private static Set<String> allowed() {
        Set<String> allowed = new TreeSet<>();
        Description.of(ROOT)
                .roles()
                .forEach((function, role) -> role.forEach((resource, actions) ->
                        actions.forEach(action -> allowed.add(function + ' ' + action + ' ' + resource))));
        return allowed;
    }

    private static String report(Set<String> taken, Set<String> allowed) {
        Set<String> all = new TreeSet<>(taken);
        all.addAll(allowed);
        return all.stream()
                .map(action -> "| %s | %s | %s |%n"
                        .formatted(
                                action.replace(" ", " | "),
                                allowed.contains(action) ? "allowed" : "**not allowed**",
                                taken.contains(action) ? "taken" : RARELY.getOrDefault(action, "**never taken**")))
                .collect(Collectors.joining(
                        "", "| Function | Action | Resource | Role | Tests |\n|---|---|---|---|---|\n", ""));
    }
}
