package dev.ferry.core.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One utterance.
///
/// @param messageId the source's own id; absent in older rows, then `id` ends in a hash of the printed key and
/// text
/// @param aliasId the id of the same message in AI Services, where batch feeds have it too
/// @param ordinal position in the conversation, from 0
/// @param internal whether the customer never saw it
/// @param textSource the channel that gave the text; absent without text
/// @param attachmentIds the attachments that came with it
/// @param email absent for everything that is not an e-mail
public record Message(
        CanonicalId id,
        @Nullable String messageId,
        @Nullable String aliasId,
        int ordinal,
        SenderRole role,
        boolean internal,
        @Nullable String senderRef,
        @Nullable CanonicalId agentId,
        @Nullable String text,
        TextAvailability textAvailability,
        @Nullable SourceChannel textSource,
        @Nullable String utteranceType,
        Instant sentAt,
        @Nullable Instant speechStart,
        @Nullable Instant speechEnd,
        List<CanonicalId> attachmentIds,
        @Nullable EmailHeaders email) {
    public Message {
        attachmentIds = List.copyOf(attachmentIds);
    }

    /// The same at another position.
    public Message at(int position) {
        return new Message(
                id,
                messageId,
                aliasId,
                position,
                role,
                internal,
                senderRef,
                agentId,
                text,
                textAvailability,
                textSource,
                utteranceType,
                sentAt,
                speechStart,
                speechEnd,
                attachmentIds,
                email);
    }

    /// The same with other attachments.
    public Message carrying(List<CanonicalId> attachments) {
        return new Message(
                id,
                messageId,
                aliasId,
                ordinal,
                role,
                internal,
                senderRef,
                agentId,
                text,
                textAvailability,
                textSource,
                utteranceType,
                sentAt,
                speechStart,
                speechEnd,
                attachments,
                email);
    }
}
