package dev.ferry.handlers.s3;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.identity.LinkChunk;
import dev.ferry.core.identity.LinkEncoding;
import dev.ferry.core.identity.LinkStore;
import dev.ferry.core.work.RunFiles;
import dev.ferry.handlers.aws.Parallel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Chunks of links as objects. *Shape*: key `work/{migration}/links/{feed}/{file}/{chunk}`, content as
/// [LinkEncoding] writes it.
///
/// Reading fetches a window of objects at a time, since a migration has many small ones.
public final class S3LinkStore implements LinkStore {
    private static final int WINDOW = 64;

    private final S3Bucket bucket;
    private final String prefix;
    private final Parallel parallel = new Parallel(WINDOW / 2);

    public S3LinkStore(S3Bucket bucket, String migrationId) {
        this.bucket = bucket;
        this.prefix = RunFiles.EXPIRING + migrationId + "/links/";
    }

    @Override
    public void putAll(Collection<LinkChunk> chunks) {
        parallel.all(
                chunks.stream().<Callable<String>>map(chunk -> () -> put(chunk)).toList());
    }

    @Override
    public Stream<LinkChunk> all() {
        return bucket.list(prefix)
                .map(S3Object::key)
                .gather(Gatherers.windowFixed(WINDOW))
                .flatMap(keys -> read(keys).stream());
    }

    private String put(LinkChunk chunk) {
        String key = "%s%s/%s/%06d".formatted(prefix, chunk.feed(), chunk.file(), chunk.chunk());
        bucket.put(key, LinkEncoding.encode(chunk));
        return key;
    }

    private List<LinkChunk> read(List<String> keys) {
        return parallel.all(
                keys.stream().<Callable<LinkChunk>>map(key -> () -> read(key)).toList());
    }

    private LinkChunk read(String key) {
        try (InputStream in = bucket.open(key).orElseThrow(() -> failed(key, null))) {
            return LinkEncoding.decode(in.readAllBytes());
        } catch (IOException e) {
            throw failed(key, e);
        }
    }

    private static FerryException failed(String key, @Nullable IOException e) {
        return new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not read links " + key, e);
    }
}
