package dev.ferry.core.work;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.json.Selection;
import dev.ferry.core.json.SelectiveReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// JSON Lines files of a work store: one JSON object a line, read and written one at a time.
public final class JsonLines {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().findAndRegisterModules().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private static final ObjectReader READER = MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectWriter WRITER = MAPPER.writer();

    private static final int OPENED_AHEAD = 8;

    private JsonLines() {}

    /// The objects of a file, or none where the file does not exist. The stream is to be closed.
    public static Stream<Map<String, Object>> read(WorkStore store, String name) {
        return store.open(name).map(in -> objects(in, name)).orElseGet(Stream::empty);
    }

    /// As the other, with as much of each object as is selected.
    public static Stream<Map<String, Object>> read(WorkStore store, String name, Selection selection) {
        return store.open(name).map(in -> selected(in, name, selection)).orElseGet(Stream::empty);
    }

    private static Stream<Map<String, Object>> selected(InputStream in, String name, Selection selection) {
        try {
            SelectiveReader reader = new SelectiveReader(in, selection);
            return Stream.generate(() -> next(reader, name))
                    .takeWhile(Optional::isPresent)
                    .flatMap(Optional::stream)
                    .onClose(() -> close(in, name));
        } catch (IOException e) {
            throw failed("read", name, e);
        }
    }

    private static Optional<Map<String, Object>> next(SelectiveReader reader, String name) {
        try {
            return Optional.ofNullable(reader.next());
        } catch (IOException e) {
            throw failed("read", name, e);
        }
    }

    /// The objects of all files below a prefix, in the order of the names. The next files are opened while one is
    /// read, so the stream is to be read to its end: only that closes what was opened ahead.
    public static Stream<Map<String, Object>> readAll(WorkStore store, String prefix) {
        return store.list(prefix).stream()
                .gather(Gatherers.mapConcurrent(OPENED_AHEAD, name -> read(store, name)))
                .flatMap(Function.identity());
    }

    private static Stream<Map<String, Object>> objects(InputStream in, String name) {
        try {
            MappingIterator<Map<String, Object>> lines = READER.readValues(in);
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false)
                    .onClose(() -> close(in, name));
        } catch (IOException e) {
            throw failed("read", name, e);
        }
    }

    /// Opens a file for writing.
    public static Writer write(WorkStore store, String name) {
        return new Writer(store.create(name), name);
    }

    private static void close(InputStream in, String name) {
        try {
            in.close();
        } catch (IOException e) {
            throw failed("close", name, e);
        }
    }

    private static FerryException failed(String what, String name, IOException e) {
        return new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not " + what + " work file " + name, e);
    }

    /// Writes one object a line; the file appears when this is committed, and not at all when it is only closed.
    ///
    /// *Threading*: for one thread.
    public static final class Writer implements AutoCloseable {
        private final WorkFile out;
        private final String name;
        private long lines;

        private Writer(WorkFile out, String name) {
            this.out = out;
            this.name = name;
        }

        /// Writes one line: a map, or a record of plain components.
        public void write(Object value) {
            try {
                out.write(WRITER.writeValueAsBytes(value));
                out.write('\n');
                lines++;
            } catch (IOException e) {
                throw failed("write", name, e);
            }
        }

        /// How many lines have been written.
        public long lines() {
            return lines;
        }

        /// Makes the file appear, see [WorkFile#commit()].
        public void commit() {
            out.commit();
        }

        @Override
        public void close() {
            out.close();
        }
    }
}
