package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.target.FieldValue;
import dev.ferry.intercom.target.IntercomOptions.FileLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Messages in the form in which what was sent and what is read are alike: author, kind, second, text and files.
///
/// @param standIn id of the admin who speaks for bots and for agents without an admin
record PartForm(Supplier<String> standIn, FileLimits limits) {
    private static final String BETWEEN = "+";
    private static final char OF = '/';

    /// The part that a record becomes.
    Part part(SortedMap<String, FieldValue> fields) {
        return Part.of(fields, standIn.get(), limits);
    }

    /// What was sent.
    SortedMap<String, FieldValue> comparable(SortedMap<String, FieldValue> fields) {
        Part part = part(fields);
        List<String> files = part.files().sent().stream()
                .map(file -> file.name() + ":" + file.size())
                .toList();
        return form(part.author(), part.note(), part.second(), PlainBody.blanks(part.text()), files);
    }

    /// What is read of an opening message.
    SortedMap<String, FieldValue> ofSource(JsonNode conversation, List<JsonNode> further) {
        JsonNode source = conversation.path("source");
        return form(
                source.path("author").path("id").asText(),
                false,
                conversation.path("created_at").asLong(),
                PlainBody.text(source.path("body").asText("")),
                files(further));
    }

    /// What is read of a message; its first part says everything but the files.
    SortedMap<String, FieldValue> ofParts(List<JsonNode> parts) {
        JsonNode first = parts.getFirst();
        return form(
                first.path("author").path("id").asText(),
                first.path("part_type").asText().equals("note"),
                first.path("created_at").asLong(),
                PlainBody.text(first.path("body").asText("")),
                files(parts));
    }

    private static List<String> files(List<JsonNode> parts) {
        List<String> files = new ArrayList<>();
        parts.forEach(part -> part.path("attachments")
                .forEach(file -> files.add(
                        file.path("name").asText() + ":" + file.path("filesize").asLong())));
        return files;
    }

    private static SortedMap<String, FieldValue> form(
            String author, boolean note, long second, String text, List<String> files) {
        SortedMap<String, FieldValue> form = new TreeMap<>();
        form.put("author", new FieldValue.TargetId(author));
        form.put("note", new FieldValue.Flag(note));
        form.put("created_at", new FieldValue.Moment(Instant.ofEpochSecond(second)));
        form.put("body", new FieldValue.Text(text));
        form.put("files", new FieldValue.Numeric(BigDecimal.valueOf(files.size())));
        form.put(
                "file_names",
                new FieldValue.Text(String.join("\n", files.stream().sorted().toList())));
        return form;
    }

    /// The id in the ledger of a message: its conversation and its parts.
    static String id(String conversation, List<String> parts) {
        return conversation + OF + String.join(BETWEEN, parts);
    }

    /// The conversation of a message.
    static String conversation(String id) {
        return id.substring(0, id.indexOf(OF));
    }

    /// The ids of the parts of a message.
    static List<String> parts(String id) {
        return List.of(id.substring(id.indexOf(OF) + 1).split("\\+", -1));
    }
}
