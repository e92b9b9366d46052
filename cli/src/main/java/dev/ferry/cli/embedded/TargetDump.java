package dev.ferry.cli.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.SalesforceSimulator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// What a simulated org holds, written as one file an object.
///
/// *Shape*: `{Object}.jsonl`, one record a line as REST returns it.
record TargetDump(SalesforceSimulator org) {

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
            for (Iterator<JsonNode> records = org.dump(object); records.hasNext(); ) {
                out.write(records.next().toString());
                out.newLine();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
