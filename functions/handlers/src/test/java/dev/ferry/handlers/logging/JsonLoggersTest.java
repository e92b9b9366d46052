package dev.ferry.handlers.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JsonLoggersTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @RegisterExtension
    final PrintedJson printed = new PrintedJson();

    @Test
    void printsOneObjectALine() throws IOException {
        var log = new JsonLogger("dev.ferry.Test", InstantSource.fixed(NOON));

        log.info("chunk {} of {} \"ended\"\n", 2, 3);
        log.error("not reached", new IllegalStateException("it is closed"));
        log.debug("of no interest");

        List<JsonNode> lines = printed.lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo(new ObjectMapper().readTree("""
                                {"timestamp":"2026-03-03T12:00:00Z","level":"INFO","logger":"dev.ferry.Test",
                                 "message":"chunk 2 of 3 \\"ended\\"\\n"}"""));
        assertThat(lines.getLast().at("/error/name").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(lines.getLast().at("/error/message").asText()).isEqualTo("it is closed");
        assertThat(lines.getLast().at("/error/stack").asText()).contains("printsOneObjectALine");
    }

    @Test
    void saysWhatSurroundsALine() throws IOException {
        var line = new LogLine(NOON, "WARN", "x", "y", Map.of("runId", "r1", "migrationId", "acme"), null);

        JsonNode json = new ObjectMapper().readTree(line.json());
        assertThat(json.path("runId").asText()).isEqualTo("r1");
        assertThat(json.path("migrationId").asText()).isEqualTo("acme");
        assertThat(json.has("error")).isFalse();
    }

    @Test
    void keepsOneLoggerForAName() {
        var loggers = new JsonLoggers();

        assertThat(loggers.getLogger("a")).isSameAs(loggers.getLogger("a"));
        assertThat(loggers.getLogger("a").getName()).isEqualTo("a");
    }
}
