package dev.ferry.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.infra.machines.MachineFile;
import dev.ferry.infra.settings.Description;
import dev.ferry.local.stepfunctions.asl.Definition;
import dev.ferry.local.stepfunctions.asl.DefinitionReader;
import dev.ferry.local.stepfunctions.asl.InvalidDefinitionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `statemachines/`, against what AWS checks when a machine is made.
class MachinesTest {
    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_NAME = 80;

    static List<MachineFile> machines() {
        return Description.of(Path.of(System.getProperty("ferry.root"))).machines().stream()
                .map(MachineFile::read)
                .toList();
    }

    /// The rules that the embedded Step Functions was held to with definitions recorded from AWS.
    @ParameterizedTest
    @MethodSource("machines")
    void isADefinitionThatAwsAccepts(MachineFile machine) throws InvalidDefinitionException {
        String filled =
                machine.text().replaceAll("\\$\\{[A-Za-z]+Concurrency}", "10").replaceAll("\\$\\{[A-Za-z-]+}", "x");
        Definition read = DefinitionReader.read(filled, false);
        assertThat(read).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void keepsToTheSizesOfTheService(MachineFile machine) {
        assertThat(machine.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
        assertThat("ferry-sixteen-letters-" + machine.name())
                .hasSizeLessThanOrEqualTo(LONGEST_NAME)
                .matches("[a-zA-Z0-9-]+");
    }

    @ParameterizedTest
    @MethodSource("machines")
    void isDeployedWithAValueForEachOfItsPlaceholdersAndNoOther(MachineFile machine) {
        Templates templates = Templates.get();
        JsonNode deployed = Templates.properties(templates.functions(), "AWS::StepFunctions::StateMachine").stream()
                .filter(one -> one.path("StateMachineName")
                        .asText()
                        .equals(templates.settings().name(machine.name())))
                .findFirst()
                .orElseThrow();
        TreeSet<String> values = new TreeSet<>();
        deployed.path("DefinitionSubstitutions").fieldNames().forEachRemaining(values::add);
        assertThat(values).isEqualTo(machine.placeholders());
    }

    @Test
    void refusesATaskThatNoRoleIsKnownFor(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("odd.asl.json"), """
                {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::http:invoke","End":true}}}""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MachineFile.read(file).check())
                .withMessageContaining("odd.asl.json uses arn:aws:states:::http:invoke");
    }
}
