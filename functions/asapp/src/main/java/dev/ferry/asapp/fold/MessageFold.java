package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.Message;
import dev.ferry.core.source.SenderRole;
import dev.ferry.core.source.TextAvailability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The messages of a conversation. *Source*: reference, sections 3.4 and 7.
final class MessageFold {
    private static final int HASH_DIGITS = 24;
    private static final Comparator<Message> ORDER =
            Comparator.comparing(Message::sentAt).thenComparing(Message::id);

    private final String company;

    MessageFold(String company) {
        this.company = company;
    }

    /// All messages in the order of their times, then of their ids.
    List<Message> fold(RowTable rows) {
        List<Message> unordered = new ArrayList<>();
        rows.rows("utterances").forEach(row -> unordered.add(message(row)));
        unordered.sort(ORDER);
        List<Message> ordered = new ArrayList<>(unordered.size());
        for (Message message : unordered) {
            ordered.add(numbered(message, ordered.size()));
        }
        return ordered;
    }

    private Message message(SourceRow row) {
        String messageId = row.id("event_uuid");
        SenderRole role = role(row.text("sender_type"));
        String sender = row.id("sender_id");
        String text = row.text("utterance");
        return new Message(
                id(row, messageId),
                messageId,
                0,
                role,
                role.internal(),
                sender,
                agent(role, sender),
                text,
                text == null ? TextAvailability.NOT_EXPORTED : TextAvailability.PRESENT,
                row.text("utterance_type"),
                sentAt(row),
                row.time("utterance_start_ts"),
                row.time("utterance_end_ts"));
    }

    private CanonicalId id(SourceRow row, @Nullable String messageId) {
        if (messageId != null) {
            return CanonicalIds.message(company, messageId);
        }
        return CanonicalIds.message(company, "h-" + CanonicalIds.digits(row.uniqueKey(), HASH_DIGITS));
    }

    private @Nullable CanonicalId agent(SenderRole role, @Nullable String sender) {
        return switch (role) {
            case AGENT, NOTE, SUPERVISOR_WHISPER -> sender == null ? null : CanonicalIds.agent(company, sender);
            case CUSTOMER, BOT, SYSTEM -> null;
        };
    }

    private static SenderRole role(@Nullable String senderType) {
        return switch (senderType == null ? "" : senderType.toLowerCase(Locale.ROOT)) {
            case "customer" -> SenderRole.CUSTOMER;
            case "bot" -> SenderRole.BOT;
            case "rep", "agent" -> SenderRole.AGENT;
            case "rep_note" -> SenderRole.NOTE;
            case "rep_whisper" -> SenderRole.SUPERVISOR_WHISPER;
            default -> SenderRole.SYSTEM;
        };
    }

    private static Instant sentAt(SourceRow row) {
        return Objects.requireNonNull(row.time("created_ts"), "a staged utterance has a time");
    }

    private static Message numbered(Message message, int ordinal) {
        return new Message(
                message.id(),
                message.messageId(),
                ordinal,
                message.role(),
                message.internal(),
                message.senderRef(),
                message.agentId(),
                message.text(),
                message.textAvailability(),
                message.utteranceType(),
                message.sentAt(),
                message.speechStart(),
                message.speechEnd());
    }
}
