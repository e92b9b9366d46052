package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A file of a message, as the mapping names it.
///
/// *Shape*: `{"name","type","size","sha256"}` in a JSON list; without `sha256` there are no bytes.
///
/// @param size how many bytes there are
record MessageFile(String name, String type, long size, String sha256) {

    /// Whether there is anything to send: Intercom refuses an empty file.
    boolean hasBytes() {
        return !sha256.isEmpty() && size > 0;
    }

    /// The files that a field of JSON names.
    static List<MessageFile> list(String json) {
        List<MessageFile> files = new ArrayList<>();
        if (!json.isEmpty()) {
            JsonNode parsed = parse(json);
            (parsed.isArray() ? parsed : Json.object().withArray("one").add(parsed))
                    .forEach(file -> files.add(new MessageFile(
                            file.path("name").asText("file"),
                            file.path("type").asText("application/octet-stream"),
                            file.path("size").asLong(),
                            file.path("sha256").asText(""))));
        }
        return List.copyOf(files);
    }

    private static JsonNode parse(String json) {
        try {
            return Json.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FerryException(
                    ErrorCode.MAPPING, "the field files of Message is not JSON; give it format: json in the mapping");
        }
    }
}
