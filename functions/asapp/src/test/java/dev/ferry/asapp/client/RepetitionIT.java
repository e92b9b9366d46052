package dev.ferry.asapp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.core.budget.Refusal;
import dev.ferry.core.budget.Turn;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionIT {
    private static final String FEEDS = "{\"feeds\":[\"utterances\"]}";

    private final ClientUnderTest tested = new ClientUnderTest(GeneratingCall.INTENT);

    @AfterEach
    void close() {
        tested.close();
    }

    @Test
    void everyCallCarriesKeyAndContentType() {
        tested.server().answers(200, FEEDS);
        tested.client().fileExporter().feeds();
        var request = tested.server().requests().getFirst();
        assertThat(request.header("asapp-api-id")).isEqualTo("id-1");
        assertThat(request.header("asapp-api-secret")).isEqualTo("secret-1");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(tested.budget().events()).containsExactly("WORK", "accepted");
    }

    @Test
    void refusedPaceIsTriedAgainAfterOneTwoAndFourSecondsEachWithATurnOfItsOwn() {
        tested.server().refuses(429).refuses(429).refuses(429).answers(200, FEEDS);
        assertThat(tested.client().fileExporter().feeds()).hasSize(1);
        assertThat(tested.waitsInMillis()).containsExactly(1_000L, 2_000L, 4_000L);
        assertThat(tested.budget().events())
                .containsExactly("WORK", "throttled", "RETRY", "throttled", "RETRY", "throttled", "RETRY", "accepted");
    }

    @Test
    void paceThatIsRefusedFourTimesIsGivenUp() {
        tested.server().refuses(429).refuses(429).refuses(429).refuses(429);
        assertThat(failure().code()).isEqualTo(ErrorCode.THROTTLED);
        assertThat(tested.server().requests()).hasSize(4);
        assertThat(tested.budget().events()).endsWith("throttled");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void serverFaultsAreTriedAgainThreeTimes(int status) {
        tested.server()
                .refuses(status)
                .answers(status, "<html>gateway</html>")
                .refuses(status)
                .refuses(status);
        assertThat(failure().code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(tested.waitsInMillis()).containsExactly(250L, 500L, 1_000L);
        assertThat(tested.server().requests()).hasSize(4);
    }

    @Test
    void silenceIsTriedAgain() {
        tested.server().hangsUp().answers(200, FEEDS);
        assertThat(tested.client().fileExporter().feeds()).hasSize(1);
        assertThat(tested.budget().events()).containsExactly("WORK", "RETRY", "accepted");
    }

    @ParameterizedTest
    @CsvSource({"400, REFUSED", "403, NOT_ENABLED", "404, NOT_FOUND", "409, CONFLICT", "413, REFUSED", "422, REFUSED"})
    void otherRefusalsAreFinal(int status, ErrorCode code) {
        tested.server().refuses(status);
        FeedName feed = new FeedName("utterances");
        assertThatThrownBy(() -> tested.client().fileExporter().versions(feed))
                .isInstanceOfSatisfying(
                        AsappException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
        assertThat(tested.server().requests()).hasSize(1);
        assertThat(tested.budget().events()).containsExactly("WORK", "accepted");
    }

    @Test
    void refusedKeyOpensTheBreakerAndIsNotTriedAgain() {
        tested.server().refuses(401);
        assertThat(failure().code()).isEqualTo(ErrorCode.KEY_REFUSED);
        assertThat(tested.budget().events()).containsExactly("WORK", "refused 401-01");
        assertThat(tested.server().requests()).hasSize(1);
    }

    @Test
    void nothingIsSentWhileTheBreakerIsOpen() {
        tested.budget().answers(new Turn.Halted(new Refusal("v1", "401-01", Instant.EPOCH)));
        assertThat(failure().code()).isEqualTo(ErrorCode.KEY_REFUSED);
        assertThat(tested.server().requests()).isEmpty();
    }

    @Test
    void nothingIsSentWhenTheDayIsSpent() {
        Instant until = Instant.parse("2026-03-03T00:00:02Z");
        tested.budget().answers(new Turn.Parked(until));
        AsappException failure = failure();
        assertThat(failure.code()).isEqualTo(ErrorCode.DAY_SPENT);
        assertThat(failure.until()).contains(until);
        assertThat(tested.server().requests()).isEmpty();
    }

    @Test
    void messagesNameCodeAndRequestButNeverWhatAsappWrote() {
        tested.server().refuses(404);
        assertThat(failure())
                .hasMessageContaining("404-01")
                .hasMessageContaining("8e033668-9f1a")
                .hasMessageContaining("call listfeeds")
                .hasMessageNotContaining("Okafor")
                .hasMessageNotContaining("secret");
    }

    @Test
    void preflightTellsKeyFromAddress() {
        tested.server()
                .answers(200, "{\"healthCheck\":\"SUCCESS\"}")
                .refuses(401)
                .answers(200, "<html>hello</html>");
        assertThat(tested.client().preflight()).isEqualTo(new Preflight.Ready());
        assertThat(tested.client().preflight()).isEqualTo(new Preflight.Refused(ErrorCode.KEY_REFUSED, "401-01"));
        assertThat(tested.client().preflight()).isEqualTo(new Preflight.Unreachable(ErrorCode.MALFORMED_ANSWER));
        assertThat(tested.server().lines()).containsOnly("GET /v1/health");
    }

    @Test
    void keysNeverShow() {
        ApiKey key = ApiKey.parse("{\"apiId\":\"id-1\",\"apiSecret\":\"secret-1\"}", "v1");
        assertThat(key.headers()).containsEntry("asapp-api-secret", "secret-1");
        assertThat(AsappConfig.of(tested.server().uri(), key).toString()).doesNotContain("secret-1", "id-1");
    }

    private AsappException failure() {
        return catchThrowableOfType(
                AsappException.class, () -> tested.client().fileExporter().feeds());
    }
}
