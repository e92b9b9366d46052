package dev.ferry.local.asapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.asapp.fold.AssemblyPorts;
import dev.ferry.asapp.fold.AssemblySettings;
import dev.ferry.core.identity.InMemoryIdentityStore;
import dev.ferry.core.identity.InMemoryLinkStore;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.staging.InMemoryNamedLists;
import dev.ferry.core.staging.InMemoryRecordSinks;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the product makes of copies of the File Exporter's files, in memory.
///
/// @param prefix below which the copies lie
record AssembledCopies(WorkStore work, String prefix) {
    private static final String RUN = "r1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BucketCount BUCKETS = new BucketCount(2);

    /// The messages of each conversation, by its canonical id.
    SortedMap<String, JsonNode> messages() {
        StagingPorts staging = new StagingPorts(
                new InMemoryFragmentStore(BUCKETS),
                new InMemoryBodyStore(),
                new InMemoryLinkStore(),
                new InMemoryNamedLists(),
                RUN);
        SourceStore copies = new Copies(work);
        FragmentFile fragment =
                new FragmentFile(copies, FeedCatalogue.standard(), staging, FragmentSettings.of("acme"));
        new FileExporterLayout(copies, FeedCatalogue.standard())
                .scan(prefix)
                .units()
                .forEach(fragment::run);
        InMemoryRecordSinks sinks = new InMemoryRecordSinks();
        AssembleBucket assemble = new AssembleBucket(
                new AssemblyPorts(
                        staging.fragments(),
                        staging.bodies(),
                        new InMemoryIdentityStore(),
                        sinks,
                        staging.lists(),
                        RUN),
                FeedCatalogue.standard(),
                AssemblySettings.standard());
        SortedMap<String, JsonNode> messages = new TreeMap<>();
        for (int bucket = 0; bucket < BUCKETS.value(); bucket++) {
            assemble.run(EntityKind.CONVERSATION, new Bucket(bucket));
            new String(sinks.bytes(EntityKind.CONVERSATION, new Bucket(bucket)), StandardCharsets.UTF_8)
                    .lines()
                    .map(AssembledCopies::parse)
                    .forEach(conversation ->
                            messages.put(conversation.path("id").asText(), conversation.path("messages")));
        }
        return messages;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Copies(WorkStore work) implements SourceStore {
        @Override
        public Stream<SourceObject> list(String prefix) {
            return work.list(prefix).stream().map(name -> new SourceObject(name, 1, ""));
        }

        @Override
        public InputStream open(String key) {
            return work.open(key).orElseThrow();
        }
    }
}
