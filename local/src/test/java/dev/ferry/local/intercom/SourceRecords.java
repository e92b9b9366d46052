package dev.ferry.local.intercom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Canonical records for loads: customers with addresses, and conversations with messages a second apart.
final class SourceRecords {
    private SourceRecords() {}

    static Map<String, Object> customer(String name) {
        return Map.of(
                "id",
                "asapp:acme:cust:" + name,
                "name",
                name,
                "email",
                name + "@acme.example",
                "organizationId",
                "asapp:acme:org:acme.example");
    }

    static Map<String, Object> company() {
        return Map.of(
                "id", "asapp:acme:org:acme.example", "name", "Acme", "domain", "acme.example", "placeholder", false);
    }

    static Map<String, Object> message(String conversation, int number, String role) {
        Map<String, Object> message = new HashMap<>();
        message.put("id", conversation + ":m" + number);
        message.put("ordinal", number);
        message.put("role", role);
        message.put("internal", role.equals("NOTE"));
        message.put("text", role.toLowerCase(Locale.ROOT) + " says " + number);
        message.put(
                "sentAt",
                Instant.parse("2026-02-01T10:00:00Z").plusSeconds(number).toString());
        if (role.equals("AGENT")) {
            message.put("agentId", "asapp:acme:rep:1");
        }
        return message;
    }

    /// A closed conversation of a customer, customer and agent by turns.
    static Map<String, Object> talk(String id, String customer, int messages) {
        List<Map<String, Object>> all = new ArrayList<>(IntStream.range(0, messages)
                .mapToObj(number -> message("asapp:acme:conv:" + id, number, number % 2 == 0 ? "CUSTOMER" : "AGENT"))
                .toList());
        Map<String, Object> conversation = new HashMap<>();
        conversation.put("id", "asapp:acme:conv:" + id);
        conversation.put("company", "acme");
        conversation.put("kind", "MESSAGING");
        conversation.put("status", "RESOLVED");
        conversation.put("createdAt", "2026-02-01T10:00:00.000Z");
        conversation.put("endedAt", "2026-02-01T12:00:00.000Z");
        conversation.put("lastAgentId", "asapp:acme:rep:1");
        conversation.put("organizationId", "asapp:acme:org:acme.example");
        conversation.put("customer", Map.of("id", "asapp:acme:cust:" + customer));
        conversation.put("messages", all);
        return conversation;
    }

    static Map<String, List<Map<String, Object>>> all(
            List<Map<String, Object>> customers, List<Map<String, Object>> conversations) {
        return Map.of("organization", List.of(company()), "customer", customers, "conversation", conversations);
    }
}
