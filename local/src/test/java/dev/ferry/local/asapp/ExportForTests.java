package dev.ferry.local.asapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// A small export, written file by file.
record ExportForTests(Path root) {

    /// Adds a file of the File Exporter's or the batch tree.
    ///
    /// @param path such as `fileexporter/utterances/version=1/format=jsonl/dt=2026-03-01/hr=08/mi=00/u.jsonl`
    ExportForTests file(String path, String content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            if (path.endsWith(".gz")) {
                try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
                    out.write(bytes);
                }
            } else {
                Files.write(file, bytes);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A feed with two days; the second has two hours with files of one name.
    static ExportForTests withUtterances(Path root) {
        String feed = "fileexporter/utterances/version=1/format=jsonl/";
        return new ExportForTests(root)
                .file(feed + "dt=2026-03-01/hr=08/mi=00/utterances.jsonl", "{\"message_id\":\"M1\"}\n")
                .file(feed + "dt=2026-03-02/hr=08/mi=00/utterances.jsonl.gz", "{\"message_id\":\"M2\"}\n")
                .file(feed + "dt=2026-03-02/hr=09/mi=00/utterances.jsonl.gz", "{\"message_id\":\"M3\"}\n");
    }
}
