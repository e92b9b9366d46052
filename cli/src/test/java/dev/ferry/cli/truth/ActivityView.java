package dev.ferry.cli.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Messages, notes and calls of one conversation as lines of text, from either side, in one form.
final class ActivityView {
    private static final String KEY_PART = ":msg:";
    private static final String WITHOUT_ID = "h-";
    private static final Map<String, String> NOTE_TYPES = Map.of(
            "Disposition note", "DISPOSITION",
            "Agent note", "QUICK_NOTE",
            "Supervisor whisper", "WHISPER",
            "Automatic summary", "AUTO_SUMMARY",
            "Summary by the agent", "AGENT_SUMMARY");

    private ActivityView() {}

    /// The messages that the truth has, in its order.
    static List<String> expectedMessages(JsonNode conversation) {
        return elements(conversation.path("messages"))
                .map(message -> message(
                        String.valueOf(JsonFile.text(message, "id")),
                        JsonFile.required(message, "sentAt"),
                        JsonFile.required(message, "role"),
                        message.path("internal").asBoolean(),
                        JsonFile.text(message, "textAvailability")
                                + ' '
                                + CaseView.rep(message, "agent")
                                + ' '
                                + Truth.kept(JsonFile.text(message, "text"))))
                .toList();
    }

    /// The messages of a Case in the order in which a reader sees them: by date, then id.
    ///
    /// @param tasks by id; the one of the message says who sent it
    static List<String> messages(List<JsonNode> messages, Map<String, JsonNode> tasks) {
        return messages.stream()
                .sorted(Comparator.comparing((JsonNode message) -> JsonFile.required(message, "MessageDate"))
                        .thenComparing(message -> JsonFile.required(message, "ASAPP_Id__c")))
                .map(message -> message(
                        id(message),
                        Objects.requireNonNull(Org.moment(message, "MessageDate")),
                        JsonFile.required(message, "Sender_Role__c"),
                        message.path("Is_Internal__c").asBoolean(),
                        JsonFile.text(message, "Text_Availability__c")
                                + ' '
                                + CaseView.rep(
                                        Objects.requireNonNull(tasks.get(JsonFile.required(message, "ActivityId"))),
                                        "Assigned_Agent__c")
                                + ' '
                                + JsonFile.text(message, "TextBody")))
                .toList();
    }

    /// The notes that the truth has; one whose text is purged everywhere is left out by the mapping.
    static List<String> expectedNotes(JsonNode conversation) {
        return elements(conversation.path("notes"))
                .filter(note -> JsonFile.text(note, "text") != null)
                .map(note -> note(
                        JsonFile.required(note, "type"),
                        JsonFile.text(note, "at"),
                        String.valueOf(Truth.kept(JsonFile.text(note, "text")))))
                .sorted()
                .toList();
    }

    /// The notes that hang on a Case.
    static List<String> notes(Org org, List<JsonNode> links, Map<String, JsonNode> notes) {
        return links.stream()
                .flatMap(link -> Stream.ofNullable(notes.get(JsonFile.required(link, "ContentDocumentId"))))
                .map(note -> note(type(note), Org.moment(note, "CreatedDate"), org.noteText(note)))
                .sorted()
                .toList();
    }

    /// The files that the truth has bytes of: name and hash. Where the source's own hash is wrong, the name alone.
    static List<String> expectedFiles(JsonNode conversation) {
        return elements(conversation.path("attachments"))
                .filter(file -> JsonFile.required(file, "availability").equals("BYTES")
                        && !JsonFile.required(file, "integrity").equals("EMPTY_FILE"))
                .map(file -> JsonFile.text(file, "fileName")
                        + ' '
                        + (JsonFile.required(file, "integrity").equals("SHA256_MISMATCH")
                                ? ""
                                : JsonFile.text(file, "sha256")))
                .sorted()
                .toList();
    }

    /// The files of a Case.
    static List<String> files(Org org, List<JsonNode> versions, List<String> expected) {
        return versions.stream()
                .map(file -> {
                    String name = JsonFile.text(file, "PathOnClient") + ' ';
                    return expected.contains(name) ? name : name + org.sha256(file);
                })
                .sorted()
                .toList();
    }

    /// The calls that the truth has: the assignments of a voice conversation, or the whole of one that AI Services
    /// know without assignments.
    static List<String> expectedCalls(JsonNode conversation) {
        if (!JsonFile.required(conversation, "kind").equals("CALL")) {
            return List.of();
        }
        return conversation.path("assignments").isEmpty()
                ? List.of(call(conversation, "lastAgent", "createdAt"))
                : elements(conversation.path("assignments"))
                        .map(one -> call(one, "agent", "assignedAt"))
                        .sorted()
                        .toList();
    }

    private static String call(JsonNode one, String agent, String start) {
        return "%s from %s to %s"
                .formatted(CaseView.rep(one, agent), JsonFile.text(one, start), JsonFile.text(one, "endedAt"));
    }

    /// The call Tasks of a Case.
    static List<String> calls(List<JsonNode> tasks) {
        return tasks.stream()
                .filter(task -> JsonFile.required(task, "TaskSubtype").equals("Call"))
                .map(task -> "%s from %s to %s"
                        .formatted(
                                CaseView.rep(task, "Assigned_Agent__c"),
                                Org.moment(task, "Source_Start__c"),
                                Org.moment(task, "Source_End__c")))
                .sorted()
                .toList();
    }

    /// The ids of messages that have one, in order.
    static List<String> idsInOrder(List<String> messages) {
        return messages.stream()
                .map(message -> message.substring(0, message.indexOf(' ')))
                .filter(id -> !id.equals("null"))
                .toList();
    }

    private static String message(String id, String at, String role, boolean internal, String rest) {
        return id + ' ' + at + ' ' + role + (internal ? " internal " : " visible ") + rest;
    }

    private static String note(String type, @Nullable String at, String text) {
        return type + " at " + at + ": " + text;
    }

    private static String type(JsonNode note) {
        String title = JsonFile.required(note, "Title");
        String kind = title.replaceFirst(" \\[[0-9a-f]+]$", "");
        return NOTE_TYPES.getOrDefault(kind, kind);
    }

    private static String id(JsonNode message) {
        String key = JsonFile.required(message, "ASAPP_Id__c");
        String id = key.substring(key.indexOf(KEY_PART) + KEY_PART.length());
        return id.startsWith(WITHOUT_ID) ? "null" : id;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
