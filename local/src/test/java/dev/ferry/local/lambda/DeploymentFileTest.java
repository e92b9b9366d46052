package dev.ferry.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeploymentFileTest {

    @Test
    void readsAFullDescription() {
        var function = DeploymentFile.parse("""
                [{"name":"meter","handler":"x.Meter","description":"Spends the budget","memoryMb":1769,
                  "timeoutSeconds":900,"reservedConcurrency":4,"environment":{"LEDGER":"${LedgerTable}"},
                  "eventSources":[{"queue":"gates","batchSize":20,"maximumConcurrency":4,"batchingWindowSeconds":1}]}]
                """).functions().getFirst();

        assertThat(function.sizing().timeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(function.sizing().reservedConcurrency()).hasValue(4);
        assertThat(function.environment()).containsEntry("LEDGER", "${LedgerTable}");
        assertThat(function.eventSources())
                .containsExactly(new FunctionDescription.EventSource("gates", 20, Duration.ofSeconds(1), 4));
    }

    @Test
    void namesTheFunctionWithAWrongField() {
        refuses(row("a", "\"memoryMb\":64"), "function a", "64");
        refuses(
                row(
                        "a",
                        "\"memoryMb\":128,\"eventSources\":[{\"queue\":\"q\",\"batchSize\":1,\"maximumConcurrency\":1}]"),
                "maximumConcurrency is 1");
        refuses(
                row(
                        "a",
                        "\"memoryMb\":128,\"eventSources\":[{\"queue\":\"q\",\"batchSize\":11,\"maximumConcurrency\":2}]"),
                "batchSize is 11");
    }

    @Test
    void refusesUnknownAndMissingFields() {
        refuses(row("a", "\"memoryMb\":128,\"memory\":1"), "memory");
        refuses(row("a", "\"reservedConcurrency\":1"), "memoryMb");
    }

    @Test
    void refusesTwoFunctionsOfOneName() {
        var row = row("a", "\"memoryMb\":128");
        refuses(row.substring(0, row.length() - 1) + "," + row.substring(1), "Two functions are named a");
    }

    @Test
    void refusesOneVariableWithTwoValues() {
        var one = row("a", "\"memoryMb\":128,\"environment\":{\"X\":\"1\"}");
        var two = row("b", "\"memoryMb\":128,\"environment\":{\"X\":\"2\"}");
        refuses(one.substring(0, one.length() - 1) + "," + two.substring(1), "variable X");
    }

    private static String row(String name, String rest) {
        return "[{\"name\":\"%s\",\"handler\":\"h\",\"description\":\"d\",\"timeoutSeconds\":3,%s}]"
                .formatted(name, rest);
    }

    private static void refuses(String json, String... messages) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeploymentFile.parse(json))
                .satisfies(e -> assertThat(e.getMessage()).contains(messages));
    }
}
