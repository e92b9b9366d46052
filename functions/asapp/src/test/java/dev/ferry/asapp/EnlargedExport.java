package dev.ferry.asapp;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// An export in which every conversation and every customer stands several times under other ids, in the same files:
/// more of the same kind, as a tenant with more traffic has it.
final class EnlargedExport {
    /// Ids of conversations, of people and of messages; agents, queues and intents stay the same.
    private static final Pattern ID = Pattern.compile("(\"(?:issue_id|first_issue_id|merged_from_issue_id|customer_id"
            + "|external_user_id|external_customer_id|external_issue_id|conversation_id|event_uuid)\":\\s*\"?)"
            + "([^\",}\\s]+)");

    private EnlargedExport() {}

    /// Writes the files of `batch/` into another directory, each row with `copies` in place of one.
    static void write(Path export, Path enlarged, int copies) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(export.resolve("batch"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = enlarged.resolve(export.relativize(file));
            Files.createDirectories(copy.getParent());
            if (file.toString().contains(".jsonl")) {
                rows(file, copy, copies);
            } else {
                Files.copy(file, copy);
            }
        }
    }

    private static void rows(Path file, Path copy, int copies) throws IOException {
        boolean gzip = file.toString().endsWith(".gz");
        try (InputStream bytes = Files.newInputStream(file);
                InputStream in = gzip ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
                OutputStream out = Files.newOutputStream(copy);
                BufferedWriter rows = new BufferedWriter(
                        new OutputStreamWriter(gzip ? new GZIPOutputStream(out) : out, StandardCharsets.ISO_8859_1))) {
            List<String> all = lines.lines().toList();
            for (int number = 0; number < copies; number++) {
                for (String line : all) {
                    rows.append(number == 0 ? line : otherIds(line, number)).append('\n');
                }
            }
        }
    }

    private static String otherIds(String line, int number) {
        return ID.matcher(line)
                .replaceAll(id -> id.group(2).equals("null") ? id.group() : id.group(1) + id.group(2) + "00" + number);
    }
}
