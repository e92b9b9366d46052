package dev.ferry.local.asapp.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// The rows of data files, plain or compressed.
public final class JsonLines {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonLines() {}

    /// Opens a file, whatever it is compressed with.
    public static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        // A file of no bytes is an empty one, whatever its name says.
        return file.toString().endsWith(".gz") && Files.size(file) > 0 ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /// Hands out the rows of a file that are JSON objects; others are passed over.
    public static void read(Path file, Consumer<ObjectNode> each) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                row(line, each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    private static void row(String line, Consumer<ObjectNode> each) {
        try {
            if (MAPPER.readTree(line) instanceof ObjectNode row) {
                each.accept(row);
            }
        } catch (JsonProcessingException poison) {
            // Exports have lines that are no JSON; clients must cope with them, this reader need not.
            return;
        }
    }
}
