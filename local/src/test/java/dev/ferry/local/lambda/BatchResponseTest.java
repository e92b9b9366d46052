package dev.ferry.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.lambda.LambdaInvoker.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchResponseTest {

    private static final Set<String> BATCH = Set.of("1", "2", "3");

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
    void takesNothingReportedForSuccess(String answer) {
        assertThat(returned(answer).failed()).isEmpty();
    }

    @Test
    void keepsOnlyWhatIsReported() {
        assertThat(returned("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}"))
                .isEqualTo(new BatchResponse(Set.of("2"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"9\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"itemIdentifer\":\"1\"}]}",
                "{\"batchItemFailures\":\"1\"}",
                "\"fine\"",
                "not json"
            })
    void failsTheWholeBatchForAnAnswerItCannotTrust(String answer) {
        assertThat(returned(answer)).isEqualTo(new BatchResponse(BATCH, true));
    }

    @Test
    void failsTheWholeBatchForAnExceptionAndForARefusal() {
        assertThat(BatchResponse.of(new Invocation.Raised("E", "m", new byte[0]), BATCH)
                        .whole())
                .isTrue();
        assertThat(BatchResponse.of(new Invocation.Refused("TooManyRequestsException", "m", 429), BATCH)
                        .failed())
                .isEqualTo(BATCH);
    }

    private static BatchResponse returned(String answer) {
        return BatchResponse.of(new Invocation.Returned(answer.getBytes(StandardCharsets.UTF_8)), BATCH);
    }
}
