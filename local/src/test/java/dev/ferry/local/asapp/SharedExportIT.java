package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The export that ships with its truth, walked as a client walks it.
class SharedExportIT extends RunningTenant {
    private static final Path SHARED = Path.of(System.getProperty("ferry.root"), "..", "shared", "data", "asapp-small");

    @Override
    Path export() {
        return SHARED;
    }

    @BeforeEach
    void atTheMomentThatTheExportIsLookedAt() {
        assumeTrue(Files.isDirectory(SHARED), "the shared export is there");
        start(Map.of("clock", "2026-11-01T02:30:00Z", "rps", "100000", "spikeBurst", "1000"));
    }

    @Test
    void handsOutEveryFileOfTheFileExporter() throws IOException {
        knobs("{\"extensions.attachments\":true}");
        List<String> feeds = client.feeds("listfeeds", "{}").texts("feeds");
        assertThat(feeds)
                .containsExactly(
                        "attachment_files",
                        "attachments",
                        "autosummary_feedback",
                        "autosummary_free_text",
                        "autosummary_structured_data",
                        "conversation_files",
                        "staging_conversation_state",
                        "staging_utterance_state",
                        "utterances");
        long listed = 0;
        for (String feed : feeds) {
            String question = "\"feed\":\"%s\",\"version\":\"version=1\"".formatted(feed);
            String format = client.feeds("listfeedformats", "{" + question + "}")
                    .texts("formats")
                    .getFirst();
            question += ",\"format\":\"" + format + "\"";
            for (String date :
                    client.feeds("listfeeddates", "{" + question + "}").texts("dates")) {
                String day = "{" + question + ",\"date\":\"" + date + "\"}";
                listed += client.feeds("listfeedfiles", day).texts("files").size();
            }
        }
        try (Stream<Path> files = Files.walk(SHARED.resolve("fileexporter"))) {
            assertThat(listed).isEqualTo(files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void keepsTheBatchStoreAsItWasAtThatMoment() throws IOException {
        try (Stream<Path> there = Files.walk(simulator.batchDirectory());
                Stream<Path> all = Files.walk(SHARED.resolve("batch"))) {
            assertThat(there.filter(Files::isRegularFile)
                            .map(file ->
                                    simulator.batchDirectory().relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(all.filter(Files::isRegularFile)
                            .map(file ->
                                    SHARED.resolve("batch").relativize(file).toString())
                            .toList());
        }
        time("{\"now\":\"2026-08-19T14:04:59Z\"}");
        Path late = simulator
                .batchDirectory()
                .resolve("utterances/version=1/format=jsonl/dt=2026-08-18/hr=11/mi=00/_SUCCESS");
        assertThat(late).doesNotExist();
        time("{\"now\":\"2026-08-19T14:05:00Z\"}");
        assertThat(late).exists();
    }

    @Test
    void knowsConversationsSegmentsAndEvents() throws Exception {
        assertThat(client.get("/conversation/v1/conversations?externalId=21005442")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo("01M571AJ03YKM6Y6H8Y45SW1MD");
        assertThat(client.get("/configuration/v1/segments").json().path("segments"))
                .hasSize(11);
        assertThat(client.get("/configuration/v1/structured-data-fields?limit=100")
                        .json()
                        .path("structuredDataFields"))
                .hasSize(50);
        assertThat(client.get("/autocompose/v1/responses/globals").json().at("/responses/responsesList"))
                .hasSize(60);
        try (Receiver receiver = new Receiver(request -> 200)) {
            knobs("{\"pushBacklog\":true,\"queue\":{\"url\":\"%s\"}}".formatted(receiver.url()));
            List<String> lines = Files.readAllLines(SHARED.resolve("events/queue.jsonl"));
            assertThat(receiver.take(lines.size()).stream().map(Receiver.Pushed::body))
                    .containsExactlyInAnyOrderElementsOf(lines);
        }
    }
}
