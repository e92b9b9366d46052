package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file that belongs to a conversation, whether or not its bytes could be had.
///
/// @param attachmentId the source's id; absent for a file that only pushed events name
/// @param messageId canonical id of the message it came with
/// @param mimeType as declared
/// @param sizeBytes as declared
/// @param sha256 as declared, 64 hexadecimal digits
/// @param contentSha256 of the bytes that arrived, which is also their name in the store of attachments
/// @param contentSize how many bytes arrived
/// @param inline whether it is shown within the text of an e-mail
public record Attachment(
        CanonicalId id,
        @Nullable String attachmentId,
        @Nullable String fileUploadEventId,
        @Nullable CanonicalId messageId,
        @Nullable String fileName,
        @Nullable String mimeType,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        AttachmentAvailability availability,
        AttachmentIntegrity integrity,
        @Nullable String contentSha256,
        @Nullable Long contentSize,
        boolean inline,
        @Nullable String contentId,
        @Nullable Instant uploadedAt) {}
