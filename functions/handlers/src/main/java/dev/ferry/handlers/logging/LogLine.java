package dev.ferry.handlers.logging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One thing that a function logs.
///
/// *Shape*: `{"timestamp":"...","level":"INFO","logger":"...","message":"...",` what surrounds it, one member each,
/// and with a failure `"error":{"name":"...","message":"...","stack":"..."}}`.
///
/// @param about what surrounds it, for example the run
public record LogLine(
        Instant at,
        String level,
        String logger,
        String message,
        Map<String, String> about,
        @Nullable Throwable failure) {
    private static final JsonFactory JSON = new JsonFactory();

    public LogLine {
        about = Map.copyOf(about);
    }

    /// As it is printed, without an end of line.
    public String json() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("timestamp", at.toString());
            json.writeStringField("level", level);
            json.writeStringField("logger", logger);
            json.writeStringField("message", message);
            for (Map.Entry<String, String> member : new TreeMap<>(about).entrySet()) {
                json.writeStringField(member.getKey(), member.getValue());
            }
            if (failure != null) {
                writeFailure(json, failure);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string was not written to", e);
        }
        return line.toString();
    }

    private static void writeFailure(JsonGenerator json, Throwable failure) throws IOException {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        json.writeObjectFieldStart("error");
        json.writeStringField("name", failure.getClass().getName());
        json.writeStringField("message", failure.getMessage());
        json.writeStringField("stack", stack.toString());
        json.writeEndObject();
    }
}
