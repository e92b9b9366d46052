package dev.ferry.local.asapp.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.tree.JsonLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The partitions of an export that were published at another time than usual, which copies of an export lose.
///
/// *Shape* of `truth/publication.jsonl`, which may be missing: `{"feed":"utterances",
/// "partition":"version=1/format=jsonl/dt=2026-08-18/hr=11/mi=00","dataPublishedAt":"...","successAt":null}`
final class PublicationFile {
    private final Map<String, Times> times = new HashMap<>();

    record Times(Instant data, Optional<Instant> success) {}

    /// @param export the directory of the export
    PublicationFile(Path export) {
        Path file = export.resolve("truth").resolve("publication.jsonl");
        if (Files.isRegularFile(file)) {
            JsonLines.read(file, this::add);
        }
    }

    Optional<Times> of(String partitionKey) {
        return Optional.ofNullable(times.get(partitionKey));
    }

    private void add(ObjectNode row) {
        times.put(
                row.path("feed").asText() + "/" + row.path("partition").asText(),
                new Times(
                        Instant.parse(row.path("dataPublishedAt").asText()),
                        row.hasNonNull("successAt")
                                ? Optional.of(
                                        Instant.parse(row.path("successAt").asText()))
                                : Optional.empty()));
    }
}
