package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rule 19: the record of everything that would have left for a customer.
class NotificationsIT extends RunningWorkspace {

    private List<String> kinds() {
        return simulator.notifications().stream()
                .map(one -> one.path("kind").asText())
                .toList();
    }

    @Test
    void recordsAdminsWhoAreNotSilent() {
        start();
        String contact = contact("joe@acme.example");
        String id = conversation(contact);
        api.ok("/conversations/" + id + "/reply", comment("x"));
        api.ok("/conversations/" + id + "/reply", fromContact(contact, "x"));
        api.ok(
                "/conversations/" + id + "/reply",
                comment("x").replace("comment", "note").replace("true", "false"));
        assertThat(kinds()).isEmpty();
        api.ok("/conversations/" + id + "/reply", comment("x").replace("true", "false"));
        assertThat(kinds()).containsExactly("admin_comment");
        JsonNode one = simulator.notifications().getFirst();
        assertThat(one.path("contact").asText()).isEqualTo(contact);
        assertThat(one.path("conversation").asText()).isEqualTo(id);
        assertThat(one.path("cause").asText()).isEqualTo("POST /conversations/{id}/reply");
        assertThat(one.path("request_id").asText())
                .isEqualTo(simulator.calls().getLast().requestId());
        assertThat(api.get("/sim/v1/notifications").body().lines()).hasSize(1);
    }

    @Test
    void recordsMessagesOfStateChangesAndOutboundMessages() {
        start();
        String contact = contact("joe@acme.example");
        String id = conversation(contact);
        api.ok(
                "/conversations/" + id + "/parts",
                "{\"message_type\":\"close\",\"type\":\"admin\",\"admin_id\":\"%s\",\"body\":\"Bye\"}".formatted(ANN));
        var sent = api.ok("/messages", """
                {"message_type":"in_app","from":{"type":"admin","id":%s},"to":{"type":"user","id":"%s"},"body":"Hi",
                 "created_at":1590000000,"create_conversation_without_contact_reply":true}""".formatted(ANN, contact));
        assertThat(kinds()).containsExactly("admin_close", "in_app_message");
        var begun = api.get("/conversations/" + sent.text("/conversation_id"));
        assertThat(begun.text("/source/delivered_as")).isEqualTo("admin_initiated");
        assertThat(begun.text("/created_at")).isEqualTo("1590000000");
        assertThat(api.post("/messages", "{\"message_type\":\"in_app\"}").message())
                .isEqualTo("Body is required");
        assertThat(api.post("/messages", "{\"message_type\":\"email\",\"body\":\"x\"}")
                        .error())
                .isEqualTo("422 parameter_not_found");
    }

    @Test
    void showsAProbeThatTheInterlockIsOpen() {
        start(Map.of("workflows", "true", "fin", "true", "csat", "true", "outbound", "true", "defaultAssignee", ANN));
        String contact = contact("joe@acme.example");
        String id = conversation(contact);
        var probe = api.get("/conversations/" + id);
        assertThat(probe.text("/admin_assignee_id")).isEqualTo(ANN);
        assertThat(probe.text("/ai_agent_participated")).isEqualTo("true");
        assertThat(probe.json().findValuesAsText("part_type"))
                .containsExactly("default_assignment", "comment", "comment");
        api.ok(
                "/conversations/" + id + "/parts",
                "{\"message_type\":\"close\",\"type\":\"admin\",\"admin_id\":\"%s\"}".formatted(ANN));
        assertThat(kinds()).containsExactly("outbound", "workflow", "fin", "csat");
    }
}
