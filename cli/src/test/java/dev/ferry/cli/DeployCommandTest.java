package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.command.DeployCommand;
import dev.ferry.cli.deploy.CdkCommandLine;
import dev.ferry.cli.deploy.StackOutputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DeployCommandTest {
    private final CommandLineHarness ferry = new CommandLineHarness();
    private final List<List<String>> calls = new ArrayList<>();

    @Test
    void changesNothingBeforeSomebodyHasAgreed() {
        assertThat(deploy("--source-bucket", "acme-export")).isEqualTo(1);
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst()).contains("diff").doesNotContain("deploy");
    }

    @Test
    void removesNothingWhenTheAnswerIsNotYes() {
        for (String answer : List.of("no", "", "y", "yes please")) {
            assertThat(deploy(true, answer, "--remove")).isZero();
        }
        assertThat(calls).isEmpty();
        assertThat(ferry.out.toString()).contains("Remove environment dev? Type `yes`:");
        assertThat(deploy(true, " yes\n", "--remove")).isZero();
        assertThat(calls).hasSize(1);
    }

    @Test
    void asksTheCdkForThePinnedVersionWithTheSettings() {
        List<String> command = new CdkCommandLine(Path.of("/opt/ferry"), Map.of("environment", "prod", "logDays", "90"))
                .deploy(Path.of("/tmp/outputs.json"));
        assertThat(command)
                .containsSequence("npx", "--yes", "aws-cdk@2.1148.1", "deploy", "--all")
                .containsSequence("--app", "/opt/ferry/infra-cdk/cdk.out")
                .containsSequence("--context", "environment=prod", "--context", "logDays=90");
    }

    @Test
    void deploysWhatItHasShown() {
        CdkCommandLine cdk = new CdkCommandLine(Path.of("/opt/ferry"), Map.of());
        assertThat(cdk.diff())
                .containsSequence("--output", "/opt/ferry/infra-cdk/cdk.out")
                .containsSequence("--app", "/opt/ferry/ferry synthesise");
        assertThat(cdk.deploy(Path.of("o.json"))).containsSequence("--app", "/opt/ferry/infra-cdk/cdk.out");
    }

    @Test
    void refusesSettingsThatAreOptions() {
        assertThat(deploy("--set", "environment=prod")).isEqualTo(1);
        assertThat(deploy("--set", "sourceBuckets=a,b")).isEqualTo(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void removesOnlyWhatSomebodyAgreedTo() {
        assertThat(deploy("--remove", "--yes", "--environment", "test")).isZero();
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst()).contains("destroy", "environment=test");
    }

    @Test
    void describesTheCloudFromTheOutputs(@TempDir Path directory) throws IOException {
        Path outputs = Files.writeString(directory.resolve("outputs.json"), """
                {"ferry-prod-data":{"Region":"eu-central-1","Account":"111122223333","WorkBucketName":"w",
                "StagingTableName":"s","LedgerTableName":"l","ControlTableName":"c"}}""");
        Path file = directory.resolve("aws-prod.json");
        StackOutputs.read("prod", outputs).description("acme-export").write(file);
        CloudDescription cloud = CloudDescription.read(file);
        assertThat(cloud.stateMachine("migration"))
                .isEqualTo("arn:aws:states:eu-central-1:111122223333:stateMachine:ferry-prod-migration");
        assertThat(cloud.table("ledger")).isEqualTo("l");
        assertThat(cloud.local()).isFalse();
    }

    private int deploy(String... arguments) {
        return deploy(false, "no", arguments);
    }

    private int deploy(boolean terminal, String answer, String... arguments) {
        CommandLine line = new CommandLine(new DeployCommand(
                ferry.surroundings(terminal),
                command -> {
                    calls.add(command);
                    return 0;
                },
                () -> answer));
        line.setExecutionExceptionHandler((_, _, _) -> 1);
        return line.execute(arguments);
    }
}
