package dev.ferry.local.salesforce.target;

import dev.ferry.core.source.EntityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Invented canonical records: a few companies, a customer and a conversation for each number.
final class SampleRecords {
    private static final int COMPANIES = 5;
    private static final Instant START = Instant.parse("2024-03-01T09:00:00.250Z");

    private final int conversations;
    private final String subject;

    SampleRecords(int conversations, String subject) {
        this.conversations = conversations;
        this.subject = subject;
    }

    List<Map<String, Object>> of(EntityKind kind) {
        return switch (kind) {
            case ORGANIZATION -> numbered(COMPANIES).map(SampleRecords::company).toList();
            case CUSTOMER ->
                numbered(conversations).map(SampleRecords::customer).toList();
            case AGENT -> numbered(2).map(SampleRecords::agent).toList();
            case CONVERSATION -> numbered(conversations).map(this::conversation).toList();
            case QUEUE, INTENT, CONFIGURATION -> List.of();
        };
    }

    private static Stream<Integer> numbered(int count) {
        return IntStream.range(0, count).boxed();
    }

    private static Map<String, Object> company(int number) {
        return Map.of(
                "id",
                "org:" + number,
                "name",
                "Company " + number,
                "domain",
                number + ".example",
                "placeholder",
                false);
    }

    private static Map<String, Object> customer(int number) {
        return Map.of(
                "id", "cust:" + number,
                "name", "Ana  O'Neill-" + number + " ",
                "email", "Ana." + number + "@Ember.example",
                "organizationId", "org:" + number % COMPANIES);
    }

    static Map<String, Object> agent(int number) {
        return Map.of(
                "id", "rep:" + number, "repId", "r" + number, "displayName", "Agent " + number, "email", mail(number));
    }

    static String mail(int agent) {
        return "agent" + agent + "@ember.example";
    }

    private Map<String, Object> conversation(int number) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", "issue:" + number);
        record.put("issueId", String.valueOf(number));
        record.put("kind", number % 3 == 0 ? "CALL" : "MESSAGING");
        record.put("status", "RESOLVED");
        record.put("platform", "web");
        record.put(
                "subject", number == 1 ? "null" : number == 2 ? "#N/A" : subject + " \"" + number + "\", \u0001late ");
        record.put("createdAt", START.plusSeconds(number).toString());
        record.put("endedAt", START.plusSeconds(number + 600L).toString());
        record.put("customer", Map.of("id", "cust:" + number));
        record.put("organizationId", "org:" + number % COMPANIES);
        record.put("lastAgentId", "rep:" + number % 3);
        record.put("csatRaw", 4.567);
        record.put("summary", Map.of("text", "First line\r\nsecond line, 100 % \uD83D\uDE00"));
        record.put("calls", number % 3 == 0 ? List.of(call(number)) : List.of());
        record.put("messages", messages(number));
        record.put("notes", List.of(note(number)));
        return record;
    }

    private static Map<String, Object> call(int number) {
        return Map.of(
                "id",
                "call:" + number,
                "agentId",
                "rep:0",
                "startedAt",
                START.plusSeconds(number).toString(),
                "endedAt",
                START.plusSeconds(number + 60L).toString(),
                "handleSeconds",
                59.6,
                "dispositionType",
                "RESOLVED");
    }

    private static List<Map<String, Object>> messages(int number) {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            messages.add(Map.of(
                    "id",
                    "msg:" + number + "-" + i,
                    "role",
                    i == 0 ? "CUSTOMER" : "AGENT",
                    "internal",
                    false,
                    "text",
                    number == 0 && i == 0 ? "long ".repeat(27_000) : "Hello <b>there</b>\n#N/A",
                    "textAvailability",
                    "PRESENT",
                    "sentAt",
                    START.plusSeconds(number + i).toString(),
                    "agentId",
                    "rep:1",
                    "senderRef",
                    "c_" + number));
        }
        return messages;
    }

    private static Map<String, Object> note(int number) {
        return Map.of(
                "id",
                "note:" + number,
                "type",
                number == 0 ? "T".repeat(300) : "QUICK_NOTE",
                "text",
                "Called back & done",
                "agentId",
                number % 2 == 0 ? "rep:0" : "rep:9",
                "at",
                START.plusSeconds(number).toString());
    }
}
