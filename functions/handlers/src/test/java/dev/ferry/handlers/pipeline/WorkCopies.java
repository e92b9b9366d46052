package dev.ferry.handlers.pipeline;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/// The files of a work store as a source.
record WorkCopies(WorkStore work) implements SourceStore {
    @Override
    public Stream<SourceObject> list(String prefix) {
        return work.list(prefix).stream().map(this::object);
    }

    @Override
    public InputStream open(String key) {
        return work.open(key).orElseThrow(() -> new FerryException(ErrorCode.SOURCE_UNREADABLE, "no file " + key));
    }

    private SourceObject object(String key) {
        try (InputStream in = open(key)) {
            byte[] bytes = in.readAllBytes();
            return new SourceObject(key, bytes.length, BodyHash.of(bytes).hex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
