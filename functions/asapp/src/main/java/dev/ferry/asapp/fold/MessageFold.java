package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.Message;
import dev.ferry.core.source.SenderRole;
import dev.ferry.core.source.SourceChannel;
import dev.ferry.core.source.TextAvailability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The messages of a conversation from all channels. *Source*: reference, sections 3.4 and 7.
///
/// A message that both worlds have is one: batch feeds give its id, AI Services its alias.
final class MessageFold {
    private static final int HASH_DIGITS = 24;
    private static final Comparator<Message> ORDER =
            Comparator.comparing(Message::sentAt).thenComparing(Message::id);

    private final IssueGroup group;
    private final String company;
    private final AiMessages aiMessages;

    MessageFold(IssueGroup group, AiMessages aiMessages) {
        this.group = group;
        this.company = group.company();
        this.aiMessages = aiMessages;
    }

    /// All messages in the order of their times, then of their ids.
    List<Message> fold() {
        List<Message> batch = new ArrayList<>();
        group.rows().rows("utterances").forEach(row -> batch.add(message(row)));
        List<Message> unordered = new MessagePairing(batch, aiMessages.lengths()).with(aiMessages.fold());
        unordered.sort(ORDER);
        List<Message> ordered = new ArrayList<>(unordered.size());
        for (Message message : unordered) {
            ordered.add(message.at(ordered.size()));
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
                null,
                0,
                role,
                role.internal(),
                sender,
                agent(role, sender),
                text,
                text == null ? TextAvailability.NOT_EXPORTED : TextAvailability.PRESENT,
                text == null ? null : SourceChannel.BATCH,
                row.text("utterance_type"),
                sentAt(row),
                row.time("utterance_start_ts"),
                row.time("utterance_end_ts"),
                List.of(),
                null);
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
}
