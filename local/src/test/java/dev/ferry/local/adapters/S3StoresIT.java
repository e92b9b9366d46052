package dev.ferry.local.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.identity.Link;
import dev.ferry.core.identity.LinkChunk;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.RecordSink;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkStore;
import dev.ferry.core.work.WorkStoreContractTest;
import dev.ferry.handlers.s3.S3BodyStore;
import dev.ferry.handlers.s3.S3LinkStore;
import dev.ferry.handlers.s3.S3RecordSinks;
import dev.ferry.handlers.s3.S3WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoresIT extends WorkStoreContractTest {
    private static S3ForTests s3;

    @BeforeAll
    static void start(@TempDir Path directory) {
        s3 = S3ForTests.start(directory);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Override
    protected WorkStore emptyStore() {
        return new S3WorkStore(s3.emptyBucket());
    }

    @Test
    void givesBodiesBackUnderTheirHash() {
        S3BodyStore bodies = new S3BodyStore(s3.emptyBucket(), "m1");
        BodyHash hash = bodies.put(bytes("a large row"));
        assertThat(bodies.put(bytes("a large row"))).isEqualTo(hash);
        assertThat(bodies.get(hash)).isEqualTo(bytes("a large row"));
        BodyHash unknown = BodyHash.of(bytes("never put"));
        assertThatThrownBy(() -> bodies.get(unknown))
                .isInstanceOfSatisfying(
                        FerryException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    }

    @Test
    void givesEveryChunkOfLinksOnce() {
        S3LinkStore links = new S3LinkStore(s3.emptyBucket(), "m1");
        List<LinkChunk> chunks = IntStream.range(0, 150)
                .mapToObj(i -> new LinkChunk(
                        "issue_session_merge", "batch/f.jsonl", i, List.of(new Link.IssueMerge("acme", "2", "1", i))))
                .toList();
        links.putAll(chunks);
        links.putAll(chunks.subList(0, 3));
        try (Stream<LinkChunk> all = links.all()) {
            assertThat(all).containsExactlyInAnyOrderElementsOf(chunks);
        }
    }

    @Test
    void leavesNothingOfARecordFileThatWasNotCommitted() throws IOException {
        var bucket = s3.emptyBucket();
        S3RecordSinks sinks = new S3RecordSinks(bucket, new RunFiles("r1"));
        WorkStore files = new S3WorkStore(bucket);
        Bucket share = new Bucket(3);
        try (RecordSink sink = sinks.open(EntityKind.AGENT, share)) {
            sink.write(new CanonicalId("a"), new byte[9 * 1024 * 1024]);
        }
        assertThat(files.list("")).isEmpty();

        try (RecordSink sink = sinks.open(EntityKind.AGENT, share)) {
            sink.write(new CanonicalId("a"), bytes("{\"id\":\"a\"}"));
            sink.write(new CanonicalId("b"), bytes("{\"id\":\"b\"}"));
            sink.commit();
        }
        try (InputStream in =
                files.open("work/runs/r1/canonical/agent/00003.jsonl").orElseThrow()) {
            assertThat(in).hasContent("{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        }
    }

    @Test
    void readsAnExportPageByPage() throws IOException {
        SourceStore source = s3.sourceWith(1_203, "batch/f/%04d.jsonl");
        try (Stream<SourceObject> objects = source.list("batch/")) {
            assertThat(objects).hasSize(1_203).allSatisfy(object -> {
                assertThat(object.size()).isEqualTo(2);
                assertThat(object.etag()).isNotBlank().doesNotContain("\"");
            });
        }
        try (InputStream in = source.open("batch/f/0007.jsonl")) {
            assertThat(in).hasContent("{}");
        }
        assertThatThrownBy(() -> source.open("batch/missing"))
                .isInstanceOfSatisfying(
                        FerryException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE))
                .hasMessageContaining("batch/missing");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
