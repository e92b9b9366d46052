package dev.ferry.salesforce.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.salesforce.client.bulk.CsvLayout;
import dev.ferry.salesforce.client.bulk.IngestChunk;
import dev.ferry.salesforce.client.bulk.IngestRequest;
import dev.ferry.salesforce.client.bulk.JobId;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionIT {
    private static final String LIMITS = "{\"DailyApiRequests\":{\"Max\":15000,\"Remaining\":14998}}";
    private static final JobId JOB = new JobId("7505e00001abcdeAAA");

    private final RecordedServer server = RecordedServer.start();
    private final ClientUnderTest it = ClientUnderTest.of(server);

    @AfterEach
    void stop() {
        it.close();
        server.close();
    }

    @Test
    void tries420OnlyTwice() {
        server.answers(420, "").answers(420, "").answers(200, LIMITS);

        assertThat(failureOf(this::read).code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void triesReadsFiveTimesWithDoublingWaits(int status) {
        for (var i = 0; i < 6; i++) {
            server.answers(status, "<html>Down for maintenance</html>");
        }

        var failure = failureOf(this::read);

        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.retriable()).isTrue();
        assertThat(failure).hasMessageNotContaining("html");
        assertThat(server.requests()).hasSize(5);
        assertThat(it.waits())
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        server.answers(429, "", "Retry-After", "7")
                .answers(503, "", "Retry-After", "Mon, 02 Mar 2026 21:33:52 GMT")
                .answers(200, LIMITS);

        read();

        assertThat(it.waits()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(9));
    }

    @Test
    void leavesLongWaitsToTheCaller() {
        server.answers(503, "", "Retry-After", "600");

        assertThat(failureOf(this::read).retryAfter()).contains(Duration.ofMinutes(10));
        assertThat(it.waits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {420, 429, 500, 502, 503, 504})
    void neverRepeatsPost(int status) {
        server.answers(status, "");

        var failure = failureOf(this::createJob);

        assertThat(server.requests()).hasSize(1);
        assertThat(failure.outcomeUnknown()).isEqualTo(status >= 500);
    }

    @Test
    void neverRepeatsUpload() {
        server.answers(503, "");
        var chunk = new IngestChunk(1, 3, () -> new ByteArrayInputStream(new byte[] {'I', 'd', '\n'}));

        var failure = failureOf(() -> it.client().ingest().upload(JOB, chunk));

        assertThat(server.requests()).hasSize(1);
        assertThat(failure.outcomeUnknown()).isTrue();
    }

    @Test
    void readsAgainAfterLostAnswer() {
        server.hangsUp().answers(200, LIMITS);

        read();

        assertThat(server.requests().size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void saysThatAWriteMayHaveHappenedWhenItsAnswerIsLost() {
        server.hangsUp();

        var failure = failureOf(this::createJob);

        assertThat(failure.code()).isEqualTo(ErrorCode.NO_ANSWER);
        assertThat(failure.outcomeUnknown()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void knowsThatNothingHappenedWhenTheServerWasNotReached() {
        it.client().connect();
        server.close();

        assertThat(failureOf(this::createJob).outcomeUnknown()).isFalse();
    }

    @Test
    void stopsAtOnceWhenTheDaysCallsAreSpent() {
        server.answers(
                403, "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit exceeded.\"}]");

        assertThat(failureOf(this::read).code()).isEqualTo(ErrorCode.DAILY_LIMIT);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void waitsSecondsWhenTooManyLongRequestsRun() {
        server.answers(
                        403,
                        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"ConcurrentPerOrgLongTxn Limit exceeded.\"}]")
                .answers(200, LIMITS);

        read();

        assertThat(it.waits()).hasSize(1);
    }

    @Test
    void tellsTheTwoLimitsApartByTheOrgsCountWhenTheWordingIsNew() {
        server.answers(
                403,
                "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"new words\"}]",
                "Sforce-Limit-Info",
                "api-usage=100/100");

        assertThat(failureOf(this::read).code()).isEqualTo(ErrorCode.DAILY_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"message\":\"secret@acme.example\",\"errorCode\":\"MALFORMED_QUERY\",\"fields\":[\"Name\"]}]",
                "[{\"message\":\"a\",\"errorCode\":\"MALFORMED_QUERY\"},{\"message\":\"b\",\"errorCode\":\"INVALID_FIELD\"}]",
                "<?xml version=\"1.0\"?><error><exceptionCode>MALFORMED_QUERY</exceptionCode><exceptionMessage>m</exceptionMessage></error>",
            })
    void readsErrorsOutOfJsonAndXml(String body) {
        server.answers(400, body);

        var failure = failureOf(this::read);

        assertThat(failure.code()).isEqualTo(ErrorCode.REFUSED);
        assertThat(failure.errors().getFirst().code()).isEqualTo("MALFORMED_QUERY");
        assertThat(failure).hasMessageContaining("MALFORMED_QUERY").hasMessageNotContaining("secret");
    }

    @Test
    void refusesHtmlWhereJsonIsPromised() {
        server.answers(200, "<html>Log in</html>");

        assertThat(failureOf(this::read).code()).isEqualTo(ErrorCode.MALFORMED_ANSWER);
    }

    private void read() {
        it.client().org().limits();
    }

    private void createJob() {
        it.client().ingest().create(IngestRequest.insert("Case", CsvLayout.of(List.of("Subject"))));
    }

    private static SalesforceException failureOf(ThrowingCallable call) {
        return catchThrowableOfType(SalesforceException.class, call);
    }
}
