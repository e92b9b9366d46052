package dev.ferry.local.adapters;

import static dev.ferry.local.adapters.LargeAttachment.MEBIBYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.AttachmentStore.StoredAttachment;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.handlers.s3.S3AttachmentStore;
import dev.ferry.handlers.s3.S3Bucket;
import dev.ferry.handlers.s3.S3WorkStore;
import dev.ferry.local.ChildJvm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;

/// Attachments that do not fit into one part of an upload, against S3Proxy.
class S3AttachmentStoreIT {
    private static final long LARGE = 80L * MEBIBYTE;
    private static S3ForTests s3;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start(@TempDir Path data) {
        s3 = S3ForTests.start(data);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 8L * MEBIBYTE - 1, 8L * MEBIBYTE, 8L * MEBIBYTE + 1, 25L * MEBIBYTE + 7})
    void storesBytesUnderTheirHashWhateverTheirSize(long size) throws IOException {
        S3Bucket bucket = s3.emptyBucket();
        S3AttachmentStore store = new S3AttachmentStore(bucket, "m1");
        StoredAttachment stored = store.put(new LargeAttachment(3, size));
        assertThat(stored).isEqualTo(new StoredAttachment(hash(new LargeAttachment(3, size)), size));
        assertThat(store.size(stored.hash())).hasValue(size);
        try (InputStream kept = store.open(stored.hash()).orElseThrow()) {
            assertThat(hash(kept)).isEqualTo(stored.hash());
        }
        assertThat(store.put(new LargeAttachment(3, size))).isEqualTo(stored);
        assertThat(objects(bucket)).as("only under the hash").hasSize(1);
    }

    @Test
    void holdsNoMoreThanPartsInMemory() throws IOException, InterruptedException {
        S3Bucket bucket = s3.emptyBucket();
        Path output = directory.resolve("output");
        Process process = store(bucket, 64, output, directory.resolve("half"));
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        BodyHash hash = hash(new LargeAttachment(7, LARGE));
        assertThat(output).content().endsWith(hash.hex() + " " + LARGE + System.lineSeparator());
        assertThat(new S3AttachmentStore(bucket, "m1").size(hash)).hasValue(LARGE);
    }

    @Test
    void leavesNothingThatCountsWhenItIsKilledInTheMiddle() throws IOException, InterruptedException {
        S3Bucket bucket = s3.emptyBucket();
        Path half = directory.resolve("half");
        Process process = store(bucket, 256, directory.resolve("output"), half);
        try {
            while (!Files.exists(half)) {
                assertThat(process.waitFor(10, TimeUnit.MILLISECONDS))
                        .as("it is still storing")
                        .isFalse();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(objects(bucket)).isEmpty();
        S3AttachmentStore store = new S3AttachmentStore(bucket, "m1");
        StoredAttachment stored = store.put(new LargeAttachment(7, LARGE));
        assertThat(stored).isEqualTo(new StoredAttachment(hash(new LargeAttachment(7, LARGE)), LARGE));
        assertThat(objects(bucket)).hasSize(1);
    }

    @Test
    void leavesNothingWhenTheSourceBreaksOff() {
        S3Bucket bucket = s3.emptyBucket();
        InputStream broken = new LargeAttachment(5, 30L * MEBIBYTE, bytes -> {
            if (bytes > 20L * MEBIBYTE) {
                throw new IOException("the connection ended");
            }
        });
        assertThatThrownBy(() -> new S3AttachmentStore(bucket, "m1").put(broken))
                .isInstanceOfSatisfying(
                        FerryException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE));
        assertThat(objects(bucket)).isEmpty();
    }

    /// Both are uploaded under the hash of their beginning: the one must not be given the hash of the other.
    @Test
    void keepsTwoAttachmentsApartThatBeginAlikeAndAreStoredAtTheSameTime() throws IOException {
        S3Bucket bucket = s3.emptyBucket();
        S3AttachmentStore other = new S3AttachmentStore(bucket, "m1");
        AtomicBoolean first = new AtomicBoolean(true);
        ExecutionInterceptor storesAnotherBeforeTheMove = new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                if (context.request() instanceof CopyObjectRequest && first.getAndSet(false)) {
                    other.put(ending("two"));
                }
            }
        };
        S3AttachmentStore store = new S3AttachmentStore(
                S3ForTests.bucket(s3.endpoint(), bucket.name(), storesAnotherBeforeTheMove), "m1");
        assertThatThrownBy(() -> store.put(ending("one")))
                .isInstanceOfSatisfying(
                        FerryException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
        assertThat(store.size(hash(ending("one")))).isEmpty();
        BodyHash again = store.put(ending("one")).hash();
        for (BodyHash hash : List.of(again, hash(ending("two")))) {
            try (InputStream kept = store.open(hash).orElseThrow()) {
                assertThat(hash(kept)).isEqualTo(hash);
            }
        }
    }

    private static InputStream ending(String end) {
        return new SequenceInputStream(
                new LargeAttachment(9, 9L * MEBIBYTE), new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8)));
    }

    private static Process store(S3Bucket bucket, int megabytes, Path output, Path half) throws IOException {
        return ChildJvm.of(LargeAttachment.class, megabytes, s3.endpoint(), bucket.name(), LARGE, half)
                .redirectOutput(output.toFile())
                .start();
    }

    private static List<String> objects(S3Bucket bucket) {
        return new S3WorkStore(bucket).list("");
    }

    private static BodyHash hash(InputStream bytes) throws IOException {
        try (DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return new BodyHash(HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
