package dev.ferry.cli.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The messages of a conversation as lines of text, from either side, in one form: second, author, kind, text,
/// files.
///
/// @param admins the addresses of those who speak for themselves, by rep id
record ThreadView(Map<String, String> admins) {
    private static final String STAND_IN = "migration@ferry.example";
    private static final Comparator<JsonNode> IN_ORDER =
            Comparator.comparing((JsonNode message) -> JsonFile.required(message, "sentAt"));

    /// The messages that the truth has, in its order.
    List<String> expected(JsonNode conversation, @Nullable String contact) {
        Map<String, JsonNode> attachments = new HashMap<>();
        conversation
                .path("attachments")
                .forEach(file -> attachments.put(JsonFile.required(file, "attachmentId"), file));
        return conversation
                .path("messages")
                .valueStream()
                .sorted(IN_ORDER)
                .map(message -> expected(message, attachments, contact))
                .toList();
    }

    private String expected(JsonNode message, Map<String, JsonNode> attachments, @Nullable String contact) {
        String role = JsonFile.required(message, "role");
        String agent = JsonFile.text(message, "agent");
        String admin = agent == null ? null : admins.get(agent);
        String author = role.equals("CUSTOMER") ? String.valueOf(contact) : admin == null ? STAND_IN : admin;
        List<String> files = new ArrayList<>();
        int left = 0;
        for (JsonNode id : message.path("attachmentIds")) {
            JsonNode file = attachments.get(id.asText());
            if (file != null && isSent(file)) {
                files.add(JsonFile.required(file, "fileName"));
            } else {
                left++;
            }
        }
        String text = Truth.kept(JsonFile.text(message, "text"));
        return line(
                Instant.parse(JsonFile.required(message, "sentAt")).getEpochSecond(),
                author,
                message.path("internal").asBoolean(),
                speaker(role, agent, admin) + (text == null || text.isBlank() ? "[message without text]" : text),
                new Carried(files, left));
    }

    private static boolean isSent(JsonNode file) {
        return JsonFile.required(file, "availability").equals("BYTES")
                && !JsonFile.required(file, "integrity").equals("EMPTY_FILE");
    }

    private static String speaker(String role, @Nullable String agent, @Nullable String admin) {
        return switch (role) {
            case "BOT" -> "[Bot] ";
            case "SYSTEM" -> "[System] ";
            case "SUPERVISOR_WHISPER" -> "[Supervisor] ";
            case "CUSTOMER" -> "";
            default -> agent == null || admin != null ? "" : "[Agent] ";
        };
    }

    /// What a conversation of the workspace shows: the message that opened it, then its parts as they were added.
    static List<String> actual(JsonNode conversation) {
        List<String> lines = new ArrayList<>();
        Stream<JsonNode> parts = conversation
                .path("conversation_parts")
                .path("conversation_parts")
                .valueStream()
                .filter(part -> part.path("body").isTextual());
        JsonNode source = conversation.path("source");
        boolean placeholder = source.path("body").asText().contains("Imported from ASAPP.]");
        List<JsonNode> messages = new ArrayList<>(placeholder ? List.of() : List.of(source));
        parts.forEach(messages::add);
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            List<String> files = files(message);
            while (i + 1 < messages.size() && isFurther(messages.get(i + 1))) {
                files.addAll(files(messages.get(++i)));
            }
            lines.add(line(message, conversation, files));
        }
        return lines;
    }

    private static boolean isFurther(JsonNode part) {
        return text(part.path("body").asText()).matches("\\[\\d+ more attachments]");
    }

    private static String line(JsonNode message, JsonNode conversation, List<String> files) {
        String text = text(message.path("body").asText());
        String own = text.replaceAll("\\[attachment [^\\]]*?\\(\\d+ bytes\\)[^\\]]*]", "")
                .strip();
        int left = text.split("\\[attachment [^\\]]*?\\(\\d+ bytes\\)", -1).length - 1;
        boolean isContact = !message.path("author").path("type").asText().equals("admin");
        return line(
                message.has("created_at")
                        ? message.path("created_at").asLong()
                        : conversation.path("created_at").asLong(),
                isContact
                        ? message.path("author").path("id").asText()
                        : message.path("author").path("email").asText(),
                message.path("part_type").asText().equals("note"),
                own.replaceFirst("^\\[Agent: [^\\]]*]", "[Agent]"),
                new Carried(files, left));
    }

    private static List<String> files(JsonNode message) {
        List<String> names = new ArrayList<>();
        message.path("attachments").forEach(file -> names.add(JsonFile.required(file, "name")));
        return names;
    }

    private static String line(long second, String author, boolean internal, String text, Carried carried) {
        return "%d %s %s %s %s %d left"
                .formatted(
                        second,
                        author,
                        internal ? "note" : "comment",
                        text.replaceAll("[\\s\\u00a0]+", " ").strip(),
                        carried.files().stream().sorted().toList(),
                        carried.left());
    }

    /// The names of the files that a message carries, and how many it says are left behind.
    private record Carried(List<String> files, int left) {}

    private static String text(String html) {
        return html.replaceAll("</?(p|br)>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }
}
