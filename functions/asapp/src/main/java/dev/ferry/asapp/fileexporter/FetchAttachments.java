package dev.ferry.asapp.fileexporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.batch.FragmentAnswer;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.FragmentTerms;
import dev.ferry.asapp.batch.LineReader;
import dev.ferry.asapp.batch.SourceLines;
import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.AttachmentStore;
import dev.ferry.core.staging.AttachmentStore.StoredAttachment;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.Tally;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Fetches the bytes of the attachments that one file of their feed names, and stages what became of each: a
/// unit of work of extraction. Doing it again writes the same.
public final class FetchAttachments {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> KEPT = List.of("attachment_id", "conversation_id", "issue_id", "company_marker");

    private final SourceStore feed;
    private final AttachmentSource source;
    private final AttachmentStore store;
    private final FragmentAnswer staging;

    public FetchAttachments(SourceStore feed, AttachmentSource source, AttachmentStore store, FragmentAnswer staging) {
        this.feed = feed;
        this.source = source;
        this.store = store;
        this.staging = staging;
    }

    /// Fetches and stages.
    ///
    /// Counts of its own: `attachments` = `attachmentsStored` + `attachmentsMissing`, and `attachmentBytes`;
    /// and the fragments of what became of them.
    ///
    /// *Errors*: [ErrorCode#SOURCE_UNREADABLE] when the feed's file or an attachment cannot be read.
    public Tally run(WorkUnit unit) {
        Map<String, JsonNode> contents = new LinkedHashMap<>();
        for (JsonNode row : rows(unit)) {
            String id = row.path("attachment_id").asText("");
            String object = row.path("object_name").asText("");
            if (!id.isBlank() && !object.isBlank()) {
                contents.computeIfAbsent(id, _ -> content(row, unit.partition().dt(), object));
            }
        }
        Tally staged =
                staging.run(FileExporterLayout.CONTENTS, unit.key(), unit.state(), List.copyOf(contents.values()));
        SortedMap<String, Long> counts = new TreeMap<>(counts(contents.values()));
        staged.counts().forEach((term, count) -> {
            if (term.startsWith(FragmentTerms.FRAGMENTS)) {
                counts.put(term, count);
            }
        });
        return new Tally(FragmentFile.PHASE, unit.key(), counts, unit.state());
    }

    private static Map<String, Long> counts(Collection<JsonNode> contents) {
        long stored = contents.stream()
                .filter(content -> content.path("found").asBoolean())
                .count();
        long bytes = contents.stream()
                .mapToLong(content -> content.path("size").asLong(0))
                .sum();
        return Map.of(
                "attachments",
                (long) contents.size(),
                "attachmentsStored",
                stored,
                "attachmentsMissing",
                contents.size() - stored,
                "attachmentBytes",
                bytes);
    }

    private ObjectNode content(JsonNode row, String date, String object) {
        ObjectNode content = MAPPER.createObjectNode();
        KEPT.forEach(column -> content.set(column, row.path(column)));
        try {
            Optional<InputStream> opened = source.open(date, object);
            if (opened.isEmpty()) {
                return content.put("found", false);
            }
            try (InputStream raw = opened.get();
                    BufferedInputStream bytes = new BufferedInputStream(raw)) {
                bytes.mark(MimeSignature.LENGTH);
                Optional<String> type = MimeSignature.of(bytes.readNBytes(MimeSignature.LENGTH));
                bytes.reset();
                StoredAttachment stored = store.put(bytes);
                content.put("found", true).put("sha256", stored.hash().hex()).put("size", stored.size());
                type.ifPresent(seen -> content.put("mime_type", seen));
                return content;
            }
        } catch (IOException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "cannot read the attachment " + object, e);
        }
    }

    /// The rows that are JSON objects; the others, and a fault of the file, are listed where the file is staged.
    private List<JsonNode> rows(WorkUnit unit) {
        SourceObject object = new SourceObject(unit.key(), unit.size(), unit.etag());
        try (SourceLines lines = SourceLines.open(feed, object, unit.gzip(), FragmentSettings.MAX_LINE_BYTES)) {
            List<JsonNode> rows = new ArrayList<>();
            while (lines.next()) {
                parse(lines.line()).filter(JsonNode::isObject).ifPresent(rows::add);
            }
            return rows;
        }
    }

    private static Optional<JsonNode> parse(LineReader line) {
        try {
            return Optional.of(MAPPER.readTree(line.buffer(), line.start(), line.length()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
