package dev.ferry.salesforce.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.salesforce.client.bulk.IngestChunk;
import dev.ferry.salesforce.client.bulk.JobId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRenewalIT {
    private static final String EXPIRED =
            "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]";
    private static final String LIMITS = "{\"DailyApiRequests\":{\"Max\":15000,\"Remaining\":14998}}";

    private final RecordedServer server = RecordedServer.start();
    private final ClientUnderTest it = ClientUnderTest.of(server);

    @AfterEach
    void stop() {
        it.close();
        server.close();
    }

    @Test
    void signsInOnceForManyCalls() {
        server.answers(200, LIMITS).answers(200, LIMITS);

        it.client().org().limits();
        it.client().org().limits();

        assertThat(server.signIns()).hasSize(1);
        assertThat(server.requests())
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer T1"));
    }

    @Test
    void renewsExpiredSessionOnceAndRepeatsTheRequest() {
        server.answers(401, EXPIRED).answers(200, LIMITS);

        it.client().org().limits();

        assertThat(server.lines())
                .containsExactly("GET /services/data/v66.0/limits", "GET /services/data/v66.0/limits");
        assertThat(server.last().header("Authorization")).isEqualTo("Bearer T2");
        assertThat(it.waits()).isEmpty();
    }

    @Test
    void sendsUploadAgainFromItsFirstByteAfterRenewal() {
        server.answers(401, EXPIRED).answers(201, "");
        var csv = "Id\n500\n".getBytes(StandardCharsets.UTF_8);

        it.client()
                .ingest()
                .upload(
                        new JobId("7505e00001abcdeAAA"),
                        new IngestChunk(1, csv.length, () -> new ByteArrayInputStream(csv)));

        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(put -> assertThat(put.body()).isEqualTo("Id\n500\n"));
    }

    @Test
    void givesUpWhenTheNewSessionIsRefusedToo() {
        server.answers(401, EXPIRED).answers(401, EXPIRED);

        var failure = catchThrowableOfType(
                SalesforceException.class, () -> it.client().org().limits());

        assertThat(failure.code()).isEqualTo(ErrorCode.SESSION_REJECTED);
        assertThat(failure.retriable()).isFalse();
        assertThat(server.requests()).hasSize(2);
        assertThat(server.signIns()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"This session is not valid for use with the REST API", "Connected app is not attached to Agent"})
    void doesNotRenewWhenNoSessionWouldHelp(String text) {
        server.answers(401, "[{\"message\":\"" + text + "\",\"errorCode\":\"INVALID_SESSION_ID\"}]");

        var failure = catchThrowableOfType(
                SalesforceException.class, () -> it.client().org().limits());

        assertThat(failure.code()).isEqualTo(ErrorCode.SESSION_REJECTED);
        assertThat(server.signIns()).hasSize(1);
        assertThat(server.requests()).hasSize(1);
    }
}
