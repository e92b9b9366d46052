package dev.ferry.handlers.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;

/// Work files that are one JSON document: manifests, plans, books.
///
/// *Threading*: safe for concurrent use.
public record WorkJson(WorkStore work) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter ARRAYS = MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /// Writes a document.
    public void write(String name, Object document) {
        try (WorkFile out = work.create(name)) {
            out.write(MAPPER.writeValueAsBytes(document));
            out.commit();
        } catch (IOException e) {
            throw failed("write", name, e);
        }
    }

    /// Writes an array without holding it in memory.
    ///
    /// @return how many items it has
    public long writeArray(String name, Iterator<?> items) {
        long count = 0;
        try (WorkFile out = work.create(name)) {
            try (SequenceWriter array = ARRAYS.writeValuesAsArray(out)) {
                while (items.hasNext()) {
                    array.write(items.next());
                    count++;
                }
            }
            out.commit();
            return count;
        } catch (IOException e) {
            throw failed("write", name, e);
        }
    }

    /// Reads a document.
    ///
    /// *Errors*: `INTERNAL` when it is missing: an earlier state has to write it.
    public <T> T read(String name, Class<T> type) {
        return find(name, type)
                .orElseThrow(() -> new FerryException(ErrorCode.INTERNAL, name + " is not in the work bucket"));
    }

    /// A document that stands in a field of a list.
    ///
    /// *Errors*: `INTERNAL` when it is no JSON: Ferry wrote it.
    public static JsonNode parse(String document) {
        try {
            return MAPPER.readTree(document);
        } catch (JsonProcessingException e) {
            throw new FerryException(ErrorCode.INTERNAL, "the detail of a list is not JSON");
        }
    }

    /// Reads a document that may be missing.
    public <T> Optional<T> find(String name, Class<T> type) {
        Optional<InputStream> found = work.open(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(MAPPER.readValue(in, type));
        } catch (IOException e) {
            throw failed("read", name, e);
        }
    }

    private static FerryException failed(String what, String name, IOException e) {
        return new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not %s work file %s".formatted(what, name), e);
    }
}
