package dev.ferry.handlers.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.handlers.statemachine.MachineFile.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every state machine must be, whatever it does.
class StateMachinesTest {
    // JSONata 2.1 and what the service leaves out; the local evaluator takes them, the service does not.
    private static final Pattern NOT_IN_THE_SERVICE = Pattern.compile("\\?\\?|\\?:|\\$eval\\b");
    private static final String QUOTED = "'[^']*'|\"[^\"]*\"";
    private static final Set<String> PAYLOAD_WORDS = Set.of(
            "run",
            "items",
            "item",
            "force",
            "migrationId",
            "runId",
            "configKey",
            "phase",
            "gate",
            "undecided",
            "taskToken",
            "readJob",
            "share",
            "shares",
            "answer",
            "input",
            "phases",
            "mappingHash",
            "rollbackId",
            "planOnly",
            "object",
            "bucket");

    static List<MachineFile> machines() {
        return MachineFile.all();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void isWrittenInJsonataWithATimeLimit(MachineFile machine) {
        assertThat(machine.root().path("QueryLanguage").asText()).isEqualTo("JSONata");
        assertThat(machine.root().path("TimeoutSeconds").asLong()).isPositive();
        assertThat(machine.root()
                        .path("States")
                        .has(machine.root().path("StartAt").asText()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void givesEveryTaskATimeLimitAndRetriesWithJitter(MachineFile machine) {
        assertThat(machine.states())
                .filteredOn(state -> state.is("Task"))
                .isNotEmpty()
                .allSatisfy(task -> {
                    assertThat(task.node().path("TimeoutSeconds").asLong())
                            .as(task.name())
                            .isPositive();
                    assertThat(task.node().path("Retry"))
                            .as(task.name())
                            .isNotEmpty()
                            .allSatisfy(retrier -> {
                                assertThat(retrier.path("JitterStrategy").asText())
                                        .isEqualTo("FULL");
                                assertThat(retrier.path("MaxDelaySeconds").asLong())
                                        .isPositive();
                                assertThat(retrier.path("MaxAttempts").asLong()).isPositive();
                            });
                });
    }

    @ParameterizedTest
    @MethodSource("machines")
    void neverRetriesAMapAsAWhole(MachineFile machine) {
        assertThat(machine.states())
                .filteredOn(state -> state.is("Map"))
                .allSatisfy(map -> assertThat(map.node().has("Retry"))
                        .as(map.name() + ": a retry would start every child again")
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void writesOutTheResultsOfDistributedMapsAndToleratesNoFailure(MachineFile machine) {
        assertThat(machine.states())
                .filteredOn(StateMachinesTest::isDistributed)
                .allSatisfy(map -> {
                    assertThat(map.node().has("ResultWriter")).as(map.name()).isTrue();
                    assertThat(map.node().path("Label").asText()).hasSizeBetween(1, 40);
                    assertThat(map.node().path("ToleratedFailurePercentage").asInt(-1))
                            .as(map.name())
                            .isZero();
                    assertThat(map.node()
                                    .at("/ItemProcessor/ProcessorConfig/ExecutionType")
                                    .asText())
                            .isEqualTo("STANDARD");
                });
    }

    @ParameterizedTest
    @MethodSource("machines")
    void goesOnlyToStatesThatExist(MachineFile machine) {
        List<String> names = machine.states().stream().map(State::name).toList();
        assertThat(machine.states()).allSatisfy(state -> assertThat(names).containsAll(targets(state.node())));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void usesOnlyExpressionsThatTheServiceUnderstands(MachineFile machine) {
        assertThat(machine.expressions()).isNotEmpty().allSatisfy(expression -> {
            assertThat(expression.replaceAll(QUOTED, "''")).doesNotContainPattern(NOT_IN_THE_SERVICE);
            assertThatCode(() -> Jsonata.jsonata(expression)).as(expression).doesNotThrowAnyException();
        });
    }

    @ParameterizedTest
    @MethodSource("machines")
    void hasAValueForEveryPlaceholder(MachineFile machine) {
        assertThat(DeploymentNamesForTests.all()).containsAll(machine.placeholders());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void retriesOnlyErrorsThatExist(MachineFile machine) {
        List<String> errors = new ArrayList<>();
        machine.states()
                .forEach(state -> state.node()
                        .path("Retry")
                        .forEach(retrier -> retrier.path("ErrorEquals").forEach(error -> errors.add(error.asText()))));
        assertThat(errors)
                .filteredOn(error -> error.startsWith("dev.ferry"))
                .isNotEmpty()
                .allSatisfy(error -> assertThatCode(() -> Class.forName(error).asSubclass(RuntimeException.class))
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void handsFunctionsPointersAndNeverRecords(MachineFile machine) {
        assertThat(machine.states())
                .filteredOn(state -> state.node().path("Resource").asText().contains("lambda:invoke"))
                .allSatisfy(task -> {
                    JsonNode payload = task.node().at("/Arguments/Payload");
                    payload.fieldNames()
                            .forEachRemaining(
                                    field -> assertThat(PAYLOAD_WORDS.contains(field) || field.endsWith("Key"))
                                            .as("%s passes %s: pass ids, keys and small counts", task.name(), field)
                                            .isTrue());
                });
    }

    private static boolean isDistributed(State state) {
        return state.node().at("/ItemProcessor/ProcessorConfig/Mode").asText().equals("DISTRIBUTED");
    }

    private static List<String> targets(JsonNode state) {
        List<String> targets = new ArrayList<>();
        for (String field : new String[] {"Next", "Default"}) {
            if (state.has(field)) {
                targets.add(state.path(field).asText());
            }
        }
        state.path("Choices").forEach(choice -> targets.add(choice.path("Next").asText()));
        return targets;
    }
}
