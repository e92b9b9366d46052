package dev.ferry.asapp.truth;

import static dev.ferry.asapp.truth.Truth.text;
import static dev.ferry.asapp.truth.Truth.utf8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A conversation of all channels as both sides can spell it: field by field as text.
final class WholeView {
    private static final Map<String, String> SUMMARY_SOURCES =
            Map.of("AUTOSUMMARY_FREE_TEXT", "FREE_TEXT", "AUTOSUMMARY_FEEDBACK", "AGENT_EDITED");
    private static final String[] SAME = {
        "kind",
        "status",
        "statusBasis",
        "batchStatus",
        "provisional",
        "createdAt",
        "endedAt",
        "platform",
        "deviceType",
        "subdivision",
        "companySegments",
        "aliasIssueIds",
        "summaryTags",
        "customerParams",
        "segments",
        "segmentBasis"
    };

    private WholeView() {}

    /// The expected side.
    static SortedMap<String, String> expected(JsonNode truth) {
        SortedMap<String, String> view = common(truth, truth.path("key"), truth.path("intent"));
        view.put(
                "customer", Truth.customerKey(truth.path("customer").path("ref").asText()));
        view.put("agents", agents(truth.path("agents")) + agent(truth, "firstAgent") + agent(truth, "lastAgent"));
        view.put("csat", String.valueOf(text(truth.path("csat"), "raw")));
        view.put(
                "context",
                new TreeMap<>(fields(truth.path("segmentContext"))
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> e.getValue().isArray()
                                                ? e.getValue().toString()
                                                : "[" + e.getValue() + "]")))
                        .toString());
        JsonNode summary = truth.path("summary");
        String source = String.valueOf(text(summary, "source"));
        view.put(
                "summary",
                text(summary, "text") + SUMMARY_SOURCES.getOrDefault(source, source) + text(summary, "summaryId"));
        view.put("structuredData", structured(truth));
        view.put("messages", messages(truth, "id", "agent"));
        view.put("textSources", texts(truth.path("messages"), "textSource").toString());
        view.put("emails", rows(truth.path("messages"), "from", "to", "cc", "subject", "rfcMessageId"));
        view.put("attachments", attachments(truth, new HashMap<>()));
        // A note whose text is purged is a message without text and no note.
        view.put("notes", notes(truth, "sourceId"));
        view.put("assignments", rows(truth.path("assignments"), "agent", "queueId", "assignedAt", "endedAt"));
        return view;
    }

    /// The side under test.
    static SortedMap<String, String> actual(JsonNode canonical) {
        SortedMap<String, String> view = common(canonical, canonical, canonical.path("intent"));
        view.put("customer", String.valueOf(last(text(canonical.path("customer"), "id"))));
        view.put(
                "agents",
                agents(canonical.path("agentIds"))
                        + agent(canonical, "firstAgentId")
                        + agent(canonical, "lastAgentId"));
        view.put("csat", String.valueOf(text(canonical, "csatRaw")));
        view.put(
                "context",
                new TreeMap<>(fields(canonical.path("segmentContext"))
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, e -> e.getValue().toString())))
                        .toString());
        JsonNode summary = canonical.path("summary");
        view.put("summary", text(summary, "text") + text(summary, "source") + text(summary, "id"));
        view.put("structuredData", structured(canonical));
        view.put("messages", messages(canonical, "messageId", "agentId"));
        view.put(
                "textSources",
                texts(canonical.path("messages"), "textSource").stream()
                        .filter("CONVERSATION_API"::equals)
                        .toList()
                        .toString());
        List<JsonNode> emails = new ArrayList<>();
        canonical.path("messages").forEach(message -> emails.add(message.path("email")));
        view.put("emails", rows(emails, "from", "to", "cc", "subject", "rfcMessageId"));
        Map<String, String> messageIds = new HashMap<>();
        canonical.path("messages").forEach(m -> messageIds.put(text(m, "id"), String.valueOf(text(m, "messageId"))));
        view.put("attachments", attachments(canonical, messageIds));
        view.put("notes", notes(canonical, "summaryId"));
        view.put("assignments", rows(canonical.path("assignments"), "agentId", "queueId", "assignedAt", "endedAt"));
        return view;
    }

    private static SortedMap<String, String> common(JsonNode side, JsonNode key, JsonNode intent) {
        SortedMap<String, String> view = new TreeMap<>();
        for (String field : SAME) {
            view.put(field, Truth.plain(side.path(field)));
        }
        view.put("key", text(key, "issueId") + ' ' + text(key, "conversationId") + ' ' + text(key, "externalId"));
        view.put("channels", side.path("channels").size() + " " + sorted(side.path("channels")));
        view.put(
                "person",
                text(side.path("customer"), "customerId")
                        + ' '
                        + text(side.path("customer"), "externalUserId")
                        + ' '
                        + text(side.path("customer"), "anonymous"));
        view.put("queue", text(side.path("queue"), "id") + ' ' + text(side.path("queue"), "name"));
        view.put("intent", text(intent, "first") + ' ' + text(intent, "final") + ' ' + text(intent, "finalName"));
        view.put("feedback", String.valueOf(side.path("feedback").size()));
        return view;
    }

    private static String structured(JsonNode side) {
        return rows(side.path("structuredData"), "fieldId", "value", "extractionId", "extractedAt")
                + elements(side.path("structuredData"))
                        .map(value -> value.path("history").isArray()
                                ? value.path("history").size()
                                : value.path("history").asInt())
                        .toList();
    }

    private static String messages(JsonNode side, String id, String agent) {
        Comparator<List<@Nullable String>> byTime = Comparator.comparing(row -> String.valueOf(row.get(1)));
        Stream<List<@Nullable String>> rows = elements(side.path("messages"))
                .map(m -> new ArrayList<@Nullable String>(Arrays.asList(
                        text(m, id),
                        text(m, "sentAt"),
                        text(m, "role"),
                        text(m, "internal"),
                        utf8(text(m, "text")),
                        text(m, "textAvailability"),
                        text(m, "aliasId"),
                        text(m, "speechStart"),
                        text(m, "speechEnd"),
                        agent(m, agent),
                        String.valueOf(sortedLast(m.path("attachmentIds"))))));
        List<List<@Nullable String>> all = rows.collect(Collectors.toCollection(ArrayList::new));
        if (all.stream().anyMatch(row -> row.getFirst() == null)) {
            // Order at the same instant is by id, and the truth has no id for these.
            all.sort(byTime.thenComparing(Object::toString));
        }
        return all.toString();
    }

    private static String attachments(JsonNode side, Map<String, String> messageIds) {
        return elements(side.path("attachments"))
                .map(file -> Stream.of(
                                        "attachmentId",
                                        "fileUploadEventId",
                                        "fileName",
                                        "mimeType",
                                        "sizeBytes",
                                        "sha256",
                                        "availability",
                                        "integrity",
                                        "inline",
                                        "contentId",
                                        "uploadedAt")
                                .map(field -> String.valueOf(text(file, field)))
                                .collect(Collectors.joining(" "))
                        + messageIds.getOrDefault(
                                String.valueOf(text(file, "messageId")), String.valueOf(text(file, "messageId"))))
                .sorted()
                .toList()
                .toString();
    }

    private static String notes(JsonNode side, String summaryId) {
        return elements(side.path("notes"))
                .filter(note -> text(note, "text") != null)
                .map(note -> Arrays.asList(
                                text(note, "type"),
                                utf8(text(note, "text")),
                                text(note, "at"),
                                text(note, summaryId),
                                text(note, "current"))
                        .toString())
                .sorted()
                .toList()
                .toString();
    }

    private static String rows(Iterable<JsonNode> nodes, String... fields) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> Arrays.stream(fields)
                        .map(field -> field.startsWith("agent")
                                ? agent(node, field)
                                : node.path(field).isArray()
                                        ? node.path(field).toString()
                                        : String.valueOf(text(node, field)))
                        .collect(Collectors.joining(" ")))
                .filter(row -> !row.startsWith("null null null"))
                .filter(row -> !row.startsWith("null [] []"))
                .toList()
                .toString();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties().stream();
    }

    private static List<String> texts(JsonNode array, String field) {
        return elements(array)
                .filter(element -> text(element, field) != null)
                .map(element -> element.path(field).asText())
                .toList();
    }

    private static List<String> sorted(JsonNode array) {
        return elements(array).map(JsonNode::asText).sorted().toList();
    }

    private static List<String> sortedLast(JsonNode array) {
        return elements(array)
                .map(element -> String.valueOf(last(element.asText())))
                .sorted()
                .toList();
    }

    private static String agents(JsonNode array) {
        return elements(array).map(element -> agent(element.asText())).toList().toString();
    }

    private static String agent(JsonNode node, String field) {
        String value = text(node, field);
        return value == null ? "null" : agent(value);
    }

    private static String agent(String ref) {
        return ref.startsWith("ext:") ? ref.replace("ext:", "ext-") : String.valueOf(last(ref));
    }

    private static @Nullable String last(@Nullable String id) {
        return id == null ? null : id.substring(id.lastIndexOf(':') + 1);
    }
}
