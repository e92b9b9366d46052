package dev.ferry.local.asapp.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a file of the export's `config/`; a missing one holds nothing.
final class ContentFile {
    private static final JsonMapper MAPPER = new JsonMapper();

    private ContentFile() {}

    static JsonNode read(Path file) {
        try {
            return Files.isRegularFile(file) ? MAPPER.readTree(Files.readAllBytes(file)) : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }
}
