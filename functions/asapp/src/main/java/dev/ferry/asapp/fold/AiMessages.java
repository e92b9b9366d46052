package dev.ferry.asapp.fold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.batch.NestedColumns;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.EmailHeaders;
import dev.ferry.core.source.Message;
import dev.ferry.core.source.SenderRole;
import dev.ferry.core.source.SourceChannel;
import dev.ferry.core.source.TextAvailability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The messages that AI Services have of a conversation: who and when from one feed, the text from another or
/// from the Conversations API, e-mails from the conversation's own file. *Source*: reference, sections 2.3, 3.2,
/// 3.6 and 7.
final class AiMessages {
    private static final String GENERATIVE_AGENT = "generative-agent";

    private final IssueGroup group;
    private final AgentResolution agents;
    private final ConversationSettings settings;

    AiMessages(IssueGroup group, AgentResolution agents, ConversationSettings settings) {
        this.group = group;
        this.agents = agents;
        this.settings = settings;
    }

    /// All of them, in the order of their ids.
    List<Message> fold() {
        Map<String, Parts> parts = new LinkedHashMap<>();
        RowTable rows = group.rows();
        rows.rows("fx_staging_utterance_state").forEach(row -> parts(parts, row, "message_id").state = row);
        rows.rows("fx_utterances").forEach(row -> parts(parts, row, "message_id").utterance = row);
        rows.rows("fx_conversation_files").stream()
                .filter(row -> "message".equals(row.text("type")) && row.id("message_id") != null)
                .forEach(row -> parts(parts, row, "message_id").file = row);
        rows.rows("api_messages").forEach(row -> parts(parts, row, "messageId").answer = row);
        if (parts.isEmpty()) {
            return List.of();
        }
        Set<String> bots = bots();
        List<Message> messages = new ArrayList<>(parts.size());
        parts.forEach((id, of) -> messages.add(message(id, of, bots)));
        return messages;
    }

    /// How long the texts of messages are, by message: known also of texts that are purged.
    Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        for (SourceRow row : group.rows().rows("fx_staging_utterance_state")) {
            Double length = row.number("utterance_length");
            if (length != null) {
                lengths.put(String.valueOf(row.id("message_id")), length.intValue());
            }
        }
        return lengths;
    }

    private Message message(String id, Parts parts, Set<String> bots) {
        SenderRole role = role(parts, bots);
        String sender = parts.id("sender_id", "sender_id", "sender.externalId");
        Instant sentAt = sentAt(parts);
        String text = parts.text();
        return new Message(
                CanonicalIds.message(group.company(), id),
                id,
                null,
                0,
                role,
                role.internal(),
                sender,
                agent(role, sender),
                text,
                text == null ? missing(sentAt) : TextAvailability.PRESENT,
                text == null ? null : parts.textSource(),
                null,
                sentAt,
                null,
                null,
                List.of(),
                email(parts.file));
    }

    private TextAvailability missing(Instant sentAt) {
        return sentAt.isBefore(settings.keptSince()) ? TextAvailability.PURGED : TextAvailability.NOT_EXPORTED;
    }

    /// A message of an e-mail conversation does not name its agent; the conversation does.
    private @Nullable CanonicalId agent(SenderRole role, @Nullable String sender) {
        return switch (role) {
            case AGENT, NOTE, SUPERVISOR_WHISPER -> {
                String external = sender == null ? FileHeader.of(group).agentExternalId() : sender;
                yield agents.agent(group.company(), external);
            }
            case CUSTOMER, BOT, SYSTEM -> null;
        };
    }

    private Instant sentAt(Parts parts) {
        return Stream.of(
                        time(parts.state, "chat_message_event_ts"),
                        time(parts.utterance, "chat_message_event_ts"),
                        time(parts.file, "sent_ts"),
                        time(parts.answer, "clientTimestamp"),
                        time(parts.answer, "createdTimestamp"),
                        time(parts.state, "instance_ts"),
                        time(parts.utterance, "instance_ts"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static @Nullable Instant time(@Nullable SourceRow row, String column) {
        return row == null ? null : row.time(column);
    }

    private static SenderRole role(Parts parts, Set<String> bots) {
        SourceRow state = parts.state;
        Double privates = state == null ? null : state.number("private_message_ct");
        if (privates != null && privates > 0) {
            return SenderRole.NOTE;
        }
        String type = parts.id("sender_type", "sender_type", "sender.role");
        SenderRole role = role(type == null ? "" : type.toLowerCase(Locale.ROOT));
        String sender = parts.id("sender_id", "sender_id", "sender.externalId");
        return role == SenderRole.AGENT && sender != null && bots.contains(sender) ? SenderRole.BOT : role;
    }

    private static SenderRole role(String senderType) {
        return switch (senderType.startsWith("sender_") ? senderType.substring("sender_".length()) : senderType) {
            case "customer" -> SenderRole.CUSTOMER;
            case "agent" -> SenderRole.AGENT;
            case "bot" -> SenderRole.BOT;
            case "note" -> SenderRole.NOTE;
            default -> SenderRole.SYSTEM;
        };
    }

    /// The ids under which bots write: the Conversations API calls a bot an agent.
    private Set<String> bots() {
        Set<String> bots = new HashSet<>(Set.of(GENERATIVE_AGENT));
        for (SourceRow row : group.rows().rows("fx_staging_utterance_state")) {
            String sender = row.id("sender_id");
            if (sender != null && "SENDER_BOT".equalsIgnoreCase(row.text("sender_type"))) {
                bots.add(sender);
            }
        }
        return bots;
    }

    private static @Nullable EmailHeaders email(@Nullable SourceRow file) {
        if (file == null || file.text("from") == null) {
            return null;
        }
        return new EmailHeaders(
                file.text("subject"),
                file.text("from"),
                addresses(file.text("to")),
                addresses(file.text("cc")),
                file.text("body_html"),
                file.text("rfc_message_id"),
                file.text("in_reply_to"));
    }

    private static List<String> addresses(@Nullable String list) {
        JsonNode tree = NestedColumns.tree(list);
        List<String> addresses = new ArrayList<>();
        tree.forEach(address -> addresses.add(address.asText()));
        return addresses;
    }

    private static Parts parts(Map<String, Parts> all, SourceRow row, String column) {
        return all.computeIfAbsent(Objects.requireNonNull(row.id(column)), _ -> new Parts());
    }

    /// The rows of one message.
    private static final class Parts {
        private @Nullable SourceRow state;
        private @Nullable SourceRow utterance;
        private @Nullable SourceRow file;
        private @Nullable SourceRow answer;

        @Nullable
        String id(String ofState, String ofFile, String ofAnswer) {
            String value = state == null ? null : state.id(ofState);
            value = value == null && file != null ? file.id(ofFile) : value;
            return value == null && answer != null ? answer.id(ofAnswer) : value;
        }

        @Nullable
        String text() {
            String text = utterance == null ? null : utterance.text("utterance");
            text = text == null && file != null ? fileText(file) : text;
            return text == null && answer != null ? answer.text("text") : text;
        }

        SourceChannel textSource() {
            if (utterance != null && utterance.text("utterance") != null) {
                return SourceChannel.FILE_EXPORTER;
            }
            return file != null && fileText(file) != null ? SourceChannel.EXTENSION : SourceChannel.CONVERSATION_API;
        }

        private static @Nullable String fileText(SourceRow file) {
            String text = file.text("text");
            return text == null ? file.text("body_text") : text;
        }
    }
}
