package dev.ferry.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class LinkEncodingTest {
    /// Of every kind of link one with all that it can have, and one with as little as it may.
    private static final LinkChunk CHUNK = new LinkChunk(
            "convos_metadata",
            "a \"file\"",
            3,
            List.of(
                    new Link.IssueMerge("acme", "1", "2", 1),
                    new Link.Person("acme", "c1", "x1", "ann@example.com", "example.com", true, 2),
                    new Link.Person("acme", null, null, null, null, false, 3),
                    new Link.Participation("acme", "1", "c1", 4),
                    new Link.Contact("acme", "v1", "x1", "ann@example.com", 5),
                    new Link.Contact("acme", "v1", null, null, 6),
                    new Link.Bridge("acme", "1", "v1", "e1", 7),
                    new Link.Bridge("acme", null, null, null, 8),
                    new Link.AgentAlias("acme", "r1", "a1", 9)));

    @Test
    void writesWhatReflectionWrites() throws IOException {
        JsonMapper byReflection = JsonMapper.builder()
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
        assertThat(unzipped(LinkEncoding.encode(CHUNK))).isEqualTo(byReflection.writeValueAsString(CHUNK));
    }

    @Test
    void givesLinksBack() {
        assertThat(LinkEncoding.decode(LinkEncoding.encode(CHUNK))).isEqualTo(CHUNK);
    }

    private static String unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
