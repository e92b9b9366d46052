package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The parts of a conversation as Intercom showed them last, and which of them are known to be whose.
///
/// *Threading*: for one thread.
final class ConversationThread {
    private final Set<String> claimed = new HashSet<>();
    private List<JsonNode> parts = List.of();

    /// Takes over what an answer shows.
    void see(JsonNode conversation) {
        List<JsonNode> shown = new ArrayList<>();
        conversation.path("conversation_parts").path("conversation_parts").forEach(shown::add);
        parts = List.copyOf(shown);
    }

    /// Says that a part is known to be that of a message.
    void claim(String partId) {
        claimed.add(partId);
    }

    /// The first part that nobody claimed with this author, second and text.
    Optional<String> find(String author, long second, String text) {
        String wanted = PlainBody.blanks(text);
        return parts.stream()
                .filter(part -> !claimed.contains(part.path("id").asText()))
                .filter(part -> part.path("author").path("id").asText().equals(author)
                        && part.path("created_at").asLong() == second
                        && PlainBody.text(part.path("body").asText("")).equals(wanted))
                .map(part -> part.path("id").asText())
                .findFirst();
    }

    /// The id of the part that the last answer shows as new: one that says what was sent, else the newest.
    String added(String author, long second, String text) {
        return find(author, second, text)
                .orElseGet(() -> parts.stream()
                        .map(part -> part.path("id").asText())
                        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .orElse(""));
    }
}
