package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsIT extends RunningTenant {

    @Test
    void answersServerErrorsInTheEnvelope() {
        start(Map.of("error5xxRate", "1", "error5xxStatuses", "[503]"));
        var error = client.get("/v1/health");
        assertThat(error.status()).isEqualTo(503);
        assertThat(error.code()).isEqualTo("503-01");
        assertThat(error.json().at("/error/message").asText()).isEqualTo("Service Unavailable");
    }

    @Test
    void breaksTheConnection() {
        start(Map.of("dropConnectionRate", "1"));
        assertThatThrownBy(() -> client.get("/v1/health")).isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(simulator.calls().getLast().status()).isZero();
    }

    @Test
    void cutsADownloadShort() {
        ExportForTests.withUtterances(export());
        start(Map.of("downloadCutRate", "1"));
        String url = client.feeds(
                        "getfeedfile",
                        "{\"feed\":\"utterances\",\"version\":\"1\",\"format\":\"jsonl\",\"date\":\"2026-03-01\","
                                + "\"interval\":\"hr=08/mi=00\",\"fileName\":\"utterances.jsonl\"}")
                .json()
                .path("url")
                .asText();
        assertThatThrownBy(() -> client.fetch(url)).isInstanceOf(java.io.UncheckedIOException.class);
        knobs("{\"downloadCutRate\":0,\"downloadErrorRate\":1}");
        assertThat(client.fetch(url).body()).contains("<Code>SlowDown</Code>");
        knobs("{\"downloadErrorRate\":0}");
        assertThat(client.fetch(url).body()).isEqualTo("{\"message_id\":\"M1\"}\n");
    }

    @Test
    void refusesAnUnknownKnobAndOneOutOfBounds() {
        start();
        assertThat(client.send("PATCH", "/sim/v1/knobs", "{\"nope\":1}").body()).contains("nope");
        assertThat(client.send("PATCH", "/sim/v1/knobs", "{\"clockSpeed\":2}").body())
                .contains("clockSpeed is read at the start");
        var refused = client.send("PATCH", "/sim/v1/knobs", "{\"slowConfigMs\":45001}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("slowConfigMs");
        assertThat(client.get("/sim/v1/knobs").json().path("slowConfigMs").asInt())
                .isZero();
    }

    @Test
    void refusesAFamilyThatIsNotEnabled() {
        start(Map.of("disabledApis", "[\"fileexporter\"]"));
        assertThat(client.feeds("listfeeds", "{}").code()).isEqualTo("403-01");
        assertThat(client.get("/metadata-ingestion/v1/x").code()).isEqualTo("404-01");
    }
}
