package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rules 14, 15 and 16, and what else can be done to a conversation: long threads, tags, participants, redaction,
/// merge, deletion.
class ThreadsIT extends RunningWorkspace {

    @Test
    void showsTheLatest500PartsAndTheNumberOfAll() {
        start(Map.of("repliesPerConversation", "0"));
        String id = conversation(contact("joe@acme.example"));
        for (int i = 1; i < 501; i++) {
            api.ok("/conversations/" + id + "/reply", comment("Message " + i));
        }
        var last = api.ok("/conversations/" + id + "/reply", comment("Message 501"));
        var parts = last.json().at("/conversation_parts/conversation_parts");
        assertThat(parts).hasSize(500);
        assertThat(parts.get(0).path("body").asText()).isEqualTo("<p>Message 2</p>");
        assertThat(parts.get(499).path("body").asText()).isEqualTo("<p>Message 501</p>");
        assertThat(last.text("/statistics/count_conversation_parts")).isEqualTo("501");
        assertThat(api.get("/conversations/" + id + "?display_as=plaintext")
                        .text("/conversation_parts/conversation_parts/499/body"))
                .isEqualTo("Message 501");
        assertThat(api.get("/conversations").json().at("/conversations/0").has("conversation_parts"))
                .isFalse();
        assertThat(simulator.dump("Conversation").next().at("/conversation_parts/conversation_parts"))
                .hasSize(501);
    }

    @Test
    void tagsWithTheNameOfAnAdminAndTakesTagsAway() {
        start(Map.of("tagsInUse", "[\"Kept\"]"));
        String id = conversation(contact("joe@acme.example"));
        var tag = api.ok("/tags", "{\"name\":\"Segment: VIP\"}");
        assertThat(api.ok("/tags", "{\"name\":\"SEGMENT: vip\"}").id()).isEqualTo(tag.id());
        assertThat(api.ok("/tags", "{\"id\":\"%s\",\"name\":\"Segment: Vip\"}".formatted(tag.id()))
                        .text("/name"))
                .isEqualTo("Segment: Vip");
        String path = "/conversations/" + id + "/tags";
        String body = "{\"id\":\"%s\",\"admin_id\":\"%s\"}".formatted(tag.id(), ANN);
        var applied = api.ok(path, body);
        assertThat(applied.text("/applied_at")).isEqualTo(Long.toString(NOW));
        assertThat(applied.text("/applied_by/id")).isEqualTo(ANN);
        assertThat(api.ok(path, body).status()).isEqualTo(200);
        assertThat(api.get("/conversations/" + id).json().at("/tags/tags")).hasSize(1);
        assertThat(api.post(path, "{\"id\":\"%s\"}".formatted(tag.id())).error())
                .isEqualTo("400 parameter_not_found");
        assertThat(api.post("/conversations/1/tags", body).message()).isEqualTo("Conversation not found");
        String admin = "{\"admin_id\":\"%s\"}".formatted(ANN);
        assertThat(api.send("DELETE", path + "/" + tag.id(), admin).status()).isEqualTo(200);
        assertThat(api.send("DELETE", path + "/" + tag.id(), admin).error()).isEqualTo("404 tag_not_found");
        assertThat(api.delete(path + "/" + tag.id()).error()).isEqualTo("400 parameter_not_found");
        knobs("{\"retagRefused\":true}");
        api.ok(path, body);
        assertThat(api.post(path, body).error()).isEqualTo("400 parameter_invalid");
        assertThat(api.delete("/tags/" + tag.id()).body()).isEmpty();
        assertThat(api.delete("/tags/" + tag.id()).error()).isEqualTo("404 not_found");
        assertThat(api.get("/conversations/" + id).json().at("/tags/tags")).isEmpty();
        String kept = api.ok("/tags", "{\"name\":\"Kept\"}").id();
        assertThat(api.delete("/tags/" + kept).error()).isEqualTo("400 tag_has_dependent_objects");
        assertThat(api.post("/tags", "{}").message()).isEqualTo("invalid tag parameters");
        assertThat(api.get("/tags").json().path("data").findValuesAsText("name"))
                .containsExactly("Kept");
    }

    @Test
    void addsAndRemovesParticipants() {
        start();
        String joe = contact("joe@acme.example");
        String ann = contact("ann@acme.example");
        String path = "/conversations/" + conversation(joe) + "/customers";
        String add = "{\"admin_id\":\"%s\",\"customer\":{\"intercom_user_id\":\"%s\"}}".formatted(ANN, ann);
        assertThat(api.ok(path, add).json().at("/contacts/contacts")).hasSize(2);
        assertThat(api.ok(path, add).json().at("/contacts/contacts")).hasSize(2);
        assertThat(api.ok(path, "{\"admin_id\":\"%s\",\"customer\":{\"email\":\"new@acme.example\"}}".formatted(ANN))
                        .json()
                        .at("/contacts/contacts"))
                .hasSize(3);
        assertThat(api.get("/contacts").text("/data/0/role")).isEqualTo("lead");
        String admin = "{\"admin_id\":\"%s\"}".formatted(ANN);
        assertThat(api.send("DELETE", path + "/" + ann, admin).json().at("/contacts/contacts"))
                .hasSize(2);
        assertThat(api.send("DELETE", path + "/" + ann, admin).error()).isEqualTo("404 not_found");
    }

    @Test
    void keepsTheLastParticipant() {
        start();
        String joe = contact("joe@acme.example");
        String path = "/conversations/" + conversation(joe) + "/customers/" + joe;
        assertThat(api.send("DELETE", path, "{\"admin_id\":\"%s\"}".formatted(ANN))
                        .error())
                .isEqualTo("422 parameter_invalid");
    }

    @Test
    void redactsMessagesButNothingElse() {
        start();
        String id = conversation(contact("joe@acme.example"));
        var reply = api.ok("/conversations/" + id + "/reply", comment("Secret"));
        String part = reply.text("/conversation_parts/conversation_parts/0/id");
        var redacted = api.ok("/conversations/redact", redact(id, "conversation_part", "conversation_part_id", part));
        assertThat(redacted.text("/conversation_parts/conversation_parts/0/body"))
                .isEqualTo("<p><i>This message was deleted</i></p>");
        assertThat(redacted.text("/conversation_parts/conversation_parts/0/redacted"))
                .isEqualTo("true");
        var source = api.ok("/conversations/redact", redact(id, "source", "source_id", reply.text("/source/id")));
        assertThat(source.text("/source/redacted")).isEqualTo("true");
        var closed = api.ok(
                "/conversations/" + id + "/parts",
                "{\"message_type\":\"close\",\"type\":\"admin\",\"admin_id\":\"%s\"}".formatted(ANN));
        String close = closed.text("/conversation_parts/conversation_parts/1/id");
        assertThat(api.post("/conversations/redact", redact(id, "conversation_part", "conversation_part_id", close))
                        .error())
                .isEqualTo("400 conversation_part_not_redactable");
        assertThat(api.post("/conversations/redact", redact(id, "conversation_part", "conversation_part_id", "1"))
                        .error())
                .isEqualTo("404 conversation_part_or_message_not_found");
    }

    private static String redact(String conversation, String type, String field, String id) {
        return "{\"type\":\"%s\",\"conversation_id\":\"%s\",\"%s\":\"%s\"}".formatted(type, conversation, field, id);
    }

    @Test
    void mergesOneConversationIntoAnother() {
        start();
        String joe = contact("joe@acme.example");
        String one = conversation(joe);
        String other = conversation(joe);
        String body = "{\"merge_into_conversation_id\":%s}";
        assertThat(api.ok("/conversations/" + one + "/merge", body.formatted(other))
                        .text("/linked_objects/data/0/id"))
                .isEqualTo(one);
        assertThat(api.get("/conversations/" + one).text("/state")).isEqualTo("closed");
        assertThat(api.post("/conversations/" + one + "/merge", body.formatted(other))
                        .message())
                .isEqualTo("Secondary conversation has already been merged");
        assertThat(api.post("/conversations/" + other + "/merge", body.formatted(other))
                        .error())
                .isEqualTo("422 merge_failed");
        assertThat(api.post("/conversations/" + other + "/merge", body.formatted("1"))
                        .message())
                .isEqualTo("Primary conversation not found");
    }

    @Test
    void deletesForGoodAndListsWhatWasDeleted() {
        start();
        String joe = contact("joe@acme.example");
        String one = conversation(joe);
        String other = conversation(joe);
        var deleted = api.delete("/conversations/" + one);
        assertThat(deleted.text("/deleted") + deleted.text("/object")).isEqualTo("trueconversation");
        assertThat(api.delete("/conversations/" + one).error()).isEqualTo("404 not_found");
        assertThat(api.get("/conversations/" + one).error()).isEqualTo("404 not_found");
        assertThat(api.delete("/conversations/" + other + "?retain_metrics=false")
                        .status())
                .isEqualTo(200);
        var listed = api.get("/conversations/deleted?per_page=1");
        assertThat(listed.text("/conversations/0/id")).isEqualTo(other);
        assertThat(listed.text("/conversations/0/metrics_retained")).isEqualTo("false");
        assertThat(listed.text("/pages/next")).startsWith("https://api.intercom.io/conversations/deleted");
        assertThat(api.get("/conversations/deleted?per_page=1&page=2").text("/conversations/0/metrics_retained"))
                .isEqualTo("true");
        assertThat(simulator.dump("Conversation").hasNext()).isFalse();
        knobs("{\"deleteScope\":false}");
        assertThat(api.delete("/conversations/" + conversation(joe) + "?retain_metrics=false")
                        .error())
                .isEqualTo("403 forbidden");
    }
}
