package dev.ferry.cli.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The fields of a Case that the truth says something about, from either side, in one form.
final class CaseView {
    private CaseView() {}

    /// What the truth says.
    ///
    /// @param incomplete why something of the conversation is missing; null for a whole one
    static Map<String, Object> expected(JsonNode conversation, @Nullable String incomplete) {
        Map<String, Object> view = new TreeMap<>();
        JsonNode intent = conversation.path("intent");
        put(view, "created", JsonFile.text(conversation, "createdAt"));
        put(view, "status", JsonFile.text(conversation, "status"));
        put(view, "ended", JsonFile.text(conversation, "endedAt"));
        put(view, "closed", !JsonFile.required(conversation, "status").equals("OPEN"));
        put(view, "platform", JsonFile.text(conversation, "platform"));
        put(view, "device", JsonFile.text(conversation, "deviceType"));
        put(view, "subdivision", JsonFile.text(conversation, "subdivision"));
        put(view, "segments", JsonFile.texts(conversation.path("companySegments")));
        put(view, "issues", issues(conversation));
        put(view, "externalId", JsonFile.text(conversation.path("key"), "externalId"));
        put(view, "conversationId", JsonFile.text(conversation.path("key"), "conversationId"));
        put(view, "queue", JsonFile.text(conversation.path("queue"), "name"));
        put(view, "subject", subject(conversation));
        put(view, "intent", JsonFile.text(intent, "finalName"));
        put(view, "intentPath", path(conversation, joined(intent.path("path"))));
        put(view, "csat", JsonFile.text(conversation.path("csat"), "raw"));
        put(view, "csatScale", JsonFile.text(conversation.path("csat"), "scale"));
        put(view, "summary", Truth.kept(JsonFile.text(conversation.path("summary"), "text")));
        put(view, "tags", JsonFile.texts(conversation.path("summaryTags")));
        put(view, "structured", structured(conversation.path("structuredData")));
        put(view, "segmentIds", JsonFile.texts(conversation.path("segments")));
        put(view, "params", conversation.path("customerParams"));
        put(view, "metrics", numbers(conversation.path("metrics"), conversation.path("metrics")));
        put(view, "feedback", feedback(conversation.path("feedback"), "agent"));
        put(view, "assignments", assignments(conversation.path("assignments"), "agent"));
        put(view, "incomplete", incomplete);
        return view;
    }

    /// What the Case says, in the fields that the truth's side has.
    static Map<String, Object> actual(JsonNode found, JsonNode conversation) {
        Map<String, Object> view = new TreeMap<>();
        put(view, "created", Org.moment(found, "CreatedDate"));
        put(view, "status", JsonFile.text(found, "Source_Status__c"));
        put(view, "ended", Org.moment(found, "Source_Closed_Date__c"));
        put(view, "closed", found.path("IsClosed").asBoolean());
        put(view, "platform", JsonFile.text(found, "ASAPP_Platform__c"));
        put(view, "device", JsonFile.text(found, "Device_Type__c"));
        put(view, "subdivision", JsonFile.text(found, "Company_Subdivision__c"));
        put(view, "segments", Org.list(found, "Company_Segments__c"));
        put(view, "issues", Org.list(found, "ASAPP_Issue_Ids__c"));
        put(view, "externalId", JsonFile.text(found, "ASAPP_External_Id__c"));
        put(view, "conversationId", JsonFile.text(found, "ASAPP_Conversation_Id__c"));
        put(view, "queue", JsonFile.text(found, "ASAPP_Queue__c"));
        put(view, "subject", JsonFile.text(found, "Subject"));
        put(view, "intent", JsonFile.text(found, "Intent__c"));
        put(view, "intentPath", path(conversation, JsonFile.text(found, "Intent_Path__c")));
        put(view, "csat", JsonFile.text(found, "CSAT_Score__c"));
        put(view, "csatScale", JsonFile.text(found, "CSAT_Scale__c"));
        put(view, "summary", JsonFile.text(found, "Summary__c"));
        put(view, "tags", Org.list(found, "Summary_Tags__c"));
        put(view, "structured", structured(json(found, "Structured_Data__c")));
        put(view, "segmentIds", Org.list(found, "Segments__c"));
        put(view, "params", json(found, "Customer_Params__c"));
        put(view, "metrics", numbers(json(found, "Metrics__c"), conversation.path("metrics")));
        put(view, "feedback", feedback(json(found, "Feedback__c"), "agentId"));
        put(view, "assignments", assignments(json(found, "Assignments__c"), "agentId"));
        put(view, "incomplete", JsonFile.text(found, "Incomplete_Reason__c"));
        return view;
    }

    /// The subject of an e-mail conversation is that of its first message; others are called by what they are
    /// about.
    private static @Nullable String subject(JsonNode conversation) {
        return elements(conversation.path("messages"))
                .flatMap(message -> Stream.ofNullable(JsonFile.text(message, "subject")))
                .findFirst()
                .orElse(JsonFile.text(conversation.path("intent"), "finalName"));
    }

    /// The path of intents; of conversations that only AI Services have, its ends: their feeds name no intents
    /// between.
    private static @Nullable String path(JsonNode conversation, @Nullable String path) {
        return path != null && JsonFile.required(conversation, "world").equals("FX")
                ? path.replaceFirst(" > .* > ", " > ")
                : path;
    }

    /// An agent without the tenant: the rep id, or `ext-` and the client's id of an agent without one.
    static @Nullable String rep(JsonNode one, String field) {
        String agent = JsonFile.text(one, field);
        if (agent == null) {
            return null;
        }
        String spelled = agent.replace("ext:", "ext-");
        return spelled.substring(spelled.lastIndexOf(':') + 1);
    }

    private static List<String> issues(JsonNode conversation) {
        List<String> issues = new ArrayList<>(JsonFile.texts(conversation.path("aliasIssueIds")));
        Stream.ofNullable(JsonFile.text(conversation.path("key"), "issueId")).forEach(issues::add);
        return issues.stream().sorted().toList();
    }

    private static Map<String, Double> numbers(JsonNode metrics, JsonNode names) {
        Map<String, Double> numbers = new TreeMap<>();
        names.fieldNames().forEachRemaining(name -> {
            JsonNode number = metrics.path(name);
            if (number.isNumber()) {
                numbers.put(name, number.asDouble());
            }
        });
        return numbers;
    }

    private static List<List<String>> feedback(JsonNode answers, String agent) {
        return elements(answers)
                .map(answer -> List.of(
                        String.valueOf(JsonFile.text(answer, "question")),
                        String.valueOf(JsonFile.text(answer, "category")),
                        String.valueOf(JsonFile.text(answer, "type")),
                        String.valueOf(Truth.kept(JsonFile.text(answer, "answer"))),
                        String.valueOf(JsonFile.text(answer, "ordering")),
                        String.valueOf(rep(answer, agent))))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private static List<String> structured(JsonNode values) {
        return elements(values)
                .map(one -> JsonFile.text(one, "fieldId") + " is " + Truth.kept(JsonFile.text(one, "value")))
                .sorted()
                .toList();
    }

    private static List<String> assignments(JsonNode assignments, String agent) {
        return elements(assignments)
                .map(one -> "%s on %s from %s to %s"
                        .formatted(
                                rep(one, agent),
                                JsonFile.text(one, "queueId"),
                                JsonFile.text(one, "assignedAt"),
                                JsonFile.text(one, "endedAt")))
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode json(JsonNode found, String field) {
        return JsonFile.parse(JsonFile.text(found, field));
    }

    private static @Nullable String joined(JsonNode path) {
        List<String> codes = elements(path).map(JsonNode::asText).toList();
        return codes.isEmpty() ? null : String.join(" > ", codes);
    }

    private static void put(Map<String, Object> view, String name, @Nullable Object value) {
        boolean empty = value == null || (value instanceof JsonNode node && node.isEmpty());
        if (!empty) {
            view.put(name, value);
        }
    }
}
