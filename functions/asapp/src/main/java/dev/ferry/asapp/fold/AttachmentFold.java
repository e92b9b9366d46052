package dev.ferry.asapp.fold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.batch.NestedColumns;
import dev.ferry.asapp.batch.SourceTime;
import dev.ferry.asapp.fileexporter.MimeSignature;
import dev.ferry.core.source.Attachment;
import dev.ferry.core.source.AttachmentAvailability;
import dev.ferry.core.source.AttachmentIntegrity;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of a conversation: those whose feed the tenant has, and those that only events name. *Source*:
/// reference, section 3.6.
final class AttachmentFold {
    private static final Comparator<Attachment> ORDER = Comparator.comparing(
                    (Attachment file) -> Objects.requireNonNullElse(file.uploadedAt(), Instant.EPOCH))
            .thenComparing(Attachment::id);

    private final IssueGroup group;
    private final List<Message> messages;
    private final Map<String, CanonicalId> messageIds = new HashMap<>();

    AttachmentFold(IssueGroup group, List<Message> messages) {
        this.group = group;
        this.messages = messages;
    }

    /// All files in the order of their upload.
    List<Attachment> fold() {
        if (group.rows().rows("fx_attachments").isEmpty()
                && group.rows().rows("journey").isEmpty()) {
            return List.of();
        }
        for (Message message : messages) {
            put(message.aliasId(), message.id());
            put(message.messageId(), message.id());
        }
        List<Attachment> files = new ArrayList<>();
        Set<String> events = new HashSet<>();
        SortedMap<String, SourceRow> contents = new TreeMap<>();
        group.rows()
                .rows("fx_attachment_contents")
                .forEach(row -> contents.put(String.valueOf(row.id("attachment_id")), row));
        Map<String, JsonNode> inMail = inMail();
        for (SourceRow row : group.rows().rows("fx_attachments")) {
            String id = String.valueOf(row.id("attachment_id"));
            files.add(file(row, contents.get(id), inMail.get(id)));
            events.add(String.valueOf(row.id("file_upload_event_id")));
        }
        uploads().forEach((event, upload) -> {
            if (!events.contains(event)) {
                files.add(named(event, upload));
            }
        });
        files.sort(ORDER);
        return files;
    }

    private Attachment file(SourceRow row, @Nullable SourceRow content, @Nullable JsonNode inMail) {
        String id = Objects.requireNonNull(row.id("attachment_id"));
        SourceRow bytes = content != null && content.flag("found") ? content : null;
        Double size = row.number("file_size_bytes");
        return new Attachment(
                CanonicalIds.attachment(group.company(), id),
                id,
                row.id("file_upload_event_id"),
                messageId(row),
                row.text("file_name"),
                row.text("file_mime_type"),
                size == null ? null : size.longValue(),
                row.text("sha256"),
                content == null
                        ? AttachmentAvailability.METADATA_ONLY
                        : bytes != null ? AttachmentAvailability.BYTES : AttachmentAvailability.MISSING,
                bytes == null ? AttachmentIntegrity.OK : integrity(row, bytes),
                bytes == null ? null : bytes.text("sha256"),
                bytes == null ? null : size(bytes),
                inMail != null && inMail.path("inline").asBoolean(),
                inMail == null ? null : inMail.path("content_id").asText(null),
                row.time("created_ts"));
    }

    private static @Nullable Long size(SourceRow content) {
        Double size = content.number("size");
        return size == null ? null : size.longValue();
    }

    /// What the bytes say against what the feed says of them; a file without bytes is no more than that.
    private static AttachmentIntegrity integrity(SourceRow row, SourceRow content) {
        if (Objects.equals(size(content), 0L)) {
            return AttachmentIntegrity.EMPTY_FILE;
        }
        String declared = row.text("sha256");
        if (declared != null && !declared.equalsIgnoreCase(content.text("sha256"))) {
            return AttachmentIntegrity.SHA256_MISMATCH;
        }
        return MimeSignature.fits(row.text("file_mime_type"), content.text("mime_type"))
                ? AttachmentIntegrity.OK
                : AttachmentIntegrity.MIME_MISMATCH;
    }

    private @Nullable CanonicalId messageId(SourceRow row) {
        String event = row.id("event_uuid");
        CanonicalId ofEvent = event == null ? null : messageIds.get(event);
        String message = row.id("message_id");
        return ofEvent != null || message == null ? ofEvent : messageIds.get(message);
    }

    private Attachment named(String event, JsonNode upload) {
        String at = upload.path("file_upload_ts").asText("");
        long nanos = SourceTime.nanos(at);
        return new Attachment(
                CanonicalIds.attachment(group.company(), event),
                null,
                event,
                null,
                upload.path("file_name").asText(null),
                upload.path("file_mime_type").asText(null),
                null,
                null,
                AttachmentAvailability.METADATA_ONLY,
                AttachmentIntegrity.OK,
                null,
                null,
                false,
                null,
                nanos == SourceTime.NONE ? null : SourceTime.instant(nanos));
    }

    /// What events say of files, by the event of the upload: each repeats what the ones before it said.
    private SortedMap<String, JsonNode> uploads() {
        SortedMap<String, JsonNode> uploads = new TreeMap<>();
        for (SourceRow event : JourneyState.of(group).latestFirst()) {
            NestedColumns.tree(event.text("details.uploaded_files_list")).forEach(upload -> {
                String id = upload.path("file_upload_event_id").asText("");
                if (!id.isBlank()) {
                    uploads.putIfAbsent(id, upload);
                }
            });
        }
        return uploads;
    }

    /// What e-mails say of their attachments, by attachment.
    private Map<String, JsonNode> inMail() {
        Map<String, JsonNode> inMail = new HashMap<>();
        for (SourceRow row : group.rows().rows("fx_conversation_files")) {
            NestedColumns.tree(row.text("attachments"))
                    .forEach(file -> inMail.put(file.path("attachment_id").asText(), file));
        }
        return inMail;
    }

    private void put(@Nullable String sourceId, CanonicalId message) {
        if (sourceId != null) {
            messageIds.put(sourceId, message);
        }
    }
}
