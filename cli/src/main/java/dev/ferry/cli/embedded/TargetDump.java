package dev.ferry.cli.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/// What a simulated target holds, written as one file an object.
///
/// *Shape*: `{Object}.jsonl`, one record a line as its API returns it.
///
/// @param records the records of an object
record TargetDump(Function<String, Iterator<JsonNode>> records) {

    List<Path> write(Path directory, List<String> objects) {
        try {
            Files.createDirectories(directory);
            return objects.stream().map(object -> write(directory, object)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(Path directory, String object) {
        Path file = directory.resolve(object + ".jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Iterator<JsonNode> all = records.apply(object); all.hasNext(); ) {
                out.write(all.next().toString());
                out.newLine();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
