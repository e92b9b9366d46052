package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rules 9, 10, 11 and 13: creation, replies, times, states.
class ConversationsIT extends RunningWorkspace {

    @Test
    void answersACreateWithAMessageThatNamesTheConversation() {
        start();
        String contact = contact("joe@acme.example");
        var message = api.ok("/conversations", """
                {"from":{"type":"user","id":"%s"},"body":"Hello <there>","created_at":1671028894}""".formatted(contact));
        assertThat(message.text("/type")).isEqualTo("user_message");
        assertThat(message.text("/message_type")).isEqualTo("inapp");
        assertThat(message.text("/created_at")).isEqualTo("1671028894");
        assertThat(message.id()).isNotEqualTo(message.text("/conversation_id"));
        var read = api.get("/conversations/" + message.text("/conversation_id"));
        assertThat(read.text("/created_at")).isEqualTo("1671028894");
        assertThat(read.text("/source/id")).isEqualTo(message.id());
        assertThat(read.text("/source/body")).isEqualTo("<p>Hello &lt;there&gt;</p>");
        assertThat(read.text("/source/author/id")).isEqualTo(contact);
        assertThat(read.text("/state")).isEqualTo("open");
        assertThat(read.text("/read")).isEqualTo("false");
        assertThat(read.text("/admin_assignee_id")).isEqualTo("0");
        assertThat(read.text("/conversation_parts/total_count")).isEqualTo("0");
        assertThat(api.get("/conversations/" + message.id()).error()).isEqualTo("404 not_found");
        assertThat(api.get("/conversations/" + message.text("/conversation_id") + "?display_as=plaintext")
                        .text("/source/body"))
                .isEqualTo("Hello <there>");
        assertThat(simulator.notifications()).isEmpty();
    }

    @Test
    void letsOnlyContactsThatAreThereBeginAConversation() {
        start();
        String contact = contact("joe@acme.example");
        assertThat(create("admin", ANN, "").error()).isEqualTo("400 parameter_invalid");
        assertThat(create("user", "5da6f18e3d7cf967e4582d05", "").message()).isEqualTo("User Not Found");
        assertThat(api.post("/conversations", "{\"from\":{\"type\":\"user\",\"id\":\"%s\"}}".formatted(contact))
                        .error())
                .isEqualTo("400 parameter_not_found");
        assertThat(create("user", contact, ",\"created_at\":%d".formatted(NOW + 1))
                        .message())
                .isEqualTo((NOW + 1) + " is an invalid value for created_at");
        assertThat(create("user", contact, ",\"created_at\":\"yesterday\"").error())
                .isEqualTo("400 parameter_invalid");
        assertThat(create("user", contact, ",\"created_at\":1.5").error()).isEqualTo("400 parameter_invalid");
        assertThat(create("user", contact, ",\"created_at\":%d".formatted(NOW)).status())
                .isEqualTo(200);
        knobs("{\"planRestricted\":true}");
        assertThat(create("user", contact, "").error()).isEqualTo("403 api_plan_restricted");
    }

    private IntercomApi.Answer create(String type, String id, String more) {
        return api.post(
                "/conversations",
                "{\"from\":{\"type\":\"%s\",\"id\":\"%s\"},\"body\":\"Hello\"%s}".formatted(type, id, more));
    }

    @Test
    void hidesNewContactsAndConversationsForAWhile() {
        start(Map.of("messagingDelay", "PT1S", "conversationDelay", "PT1S", "conversationIndexDelay", "PT3S"));
        String contact = contact("joe@acme.example");
        assertThat(create("user", contact, "").error()).isEqualTo("404 not_found");
        advance("PT1S");
        String id = conversation(contact);
        assertThat(api.get("/conversations/" + id).error()).isEqualTo("404 not_found");
        assertThat(api.put("/conversations/" + id, "{\"read\":true}").status()).isEqualTo(200);
        String search =
                "{\"query\":{\"field\":\"contact_ids\",\"operator\":\"=\",\"value\":\"%s\"}}".formatted(contact);
        advance("PT1S");
        assertThat(api.get("/conversations/" + id).status()).isEqualTo(200);
        assertThat(api.ok("/conversations/search", search).text("/total_count")).isEqualTo("0");
        advance("PT2S");
        assertThat(api.ok("/conversations/search", search).text("/conversations/0/id"))
                .isEqualTo(id);
    }

    @Test
    void appendsRepliesWithTheirOwnTimesAndAuthors() {
        start();
        String contact = contact("joe@acme.example");
        String id = conversation(contact);
        reply(
                id,
                "{\"message_type\":\"comment\",\"type\":\"user\",\"intercom_user_id\":\"%s\",\"body\":\"One\",\"created_at\":%d}"
                        .formatted(contact, NOW - 900));
        reply(
                id,
                "{\"message_type\":\"comment\",\"type\":\"user\",\"email\":\"joe@acme.example\",\"body\":\"Two\",\"created_at\":%d}"
                        .formatted(NOW - 800));
        reply(
                id,
                "{\"message_type\":\"note\",\"type\":\"admin\",\"admin_id\":\"%s\",\"body\":\"<p>Inside</p>\",\"created_at\":%d}"
                        .formatted(ANN, NOW - 700));
        var last = reply(
                id,
                "{\"message_type\":\"comment\",\"type\":\"admin\",\"admin_id\":\"%s\",\"body\":\"<p>Hi <b>Joe</b><script>x</script></p>\",\"created_at\":%d,\"skip_notifications\":true}"
                        .formatted(ANN, NOW - 600));
        var parts = last.json().at("/conversation_parts/conversation_parts");
        assertThat(parts).hasSize(4);
        assertThat(parts.findValuesAsText("part_type")).containsExactly("comment", "comment", "note", "comment");
        assertThat(parts.get(0).at("/author/id").asText()).isEqualTo(contact);
        assertThat(parts.get(0).path("created_at").asLong()).isEqualTo(NOW - 900);
        assertThat(parts.get(3).path("body").asText()).isEqualTo("<p>Hi <b>Joe</b></p>");
        assertThat(parts.get(3).at("/author/email").asText()).isEqualTo("Ann@acme.example");
        assertThat(last.text("/statistics/count_conversation_parts")).isEqualTo("4");
        assertThat(simulator.notifications()).isEmpty();
    }

    private IntercomApi.Answer reply(String id, String body) {
        return api.ok("/conversations/" + id + "/reply", body);
    }

    @Test
    void refusesRepliesOfThoseWhoMayNot() {
        start();
        String contact = contact("joe@acme.example");
        String other = contact("eve@acme.example");
        String id = conversation(contact);
        String path = "/conversations/" + id + "/reply";
        assertThat(api.post(path, fromContact(other, "Hello")).error()).isEqualTo("400 parameter_invalid");
        assertThat(api.post(path, fromContact(contact, "").replace("\"body\":\"\"", "\"body\":null"))
                        .error())
                .isEqualTo("400 parameter_not_found");
        assertThat(api.post(path, fromContact(contact, "x").replace("comment", "note"))
                        .message())
                .isEqualTo("User can only create comments");
        assertThat(api.post(path, comment("x").replace(ANN, "1")).error()).isEqualTo("404 admin_not_found");
        assertThat(api.post(path, comment("x").replace(ANN, SEATLESS)).error()).isEqualTo("405 action_forbidden");
        assertThat(api.post("/conversations/1/reply", comment("x")).error()).isEqualTo("404 not_found");
        knobs("{\"adminsNeedSeat\":false,\"replyAddsParticipant\":true}");
        assertThat(api.post(path, comment("x").replace(ANN, SEATLESS)).status()).isEqualTo(200);
        assertThat(api.post(path, fromContact(other, "Hello")).json().at("/contacts/contacts"))
                .hasSize(2);
    }

    @Test
    void refusesRepliesBeforeTheStartWhenAsked() {
        start(Map.of("refuseBeforeStart", "true"));
        String contact = contact("joe@acme.example");
        String path = "/conversations/" + conversation(contact) + "/reply";
        String early = fromContact(contact, "x").replace("}", ",\"created_at\":%d}".formatted(NOW - 1_001));
        assertThat(api.post(path, early).message()).isEqualTo((NOW - 1_001) + " is an invalid value for created_at");
        assertThat(api.post(path, early.replace("" + (NOW - 1_001), "" + (NOW - 1_000)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void closesReopensAndAssigns() {
        start();
        String contact = contact("joe@acme.example");
        String id = conversation(contact);
        var closed = state(id, "{\"message_type\":\"close\",\"type\":\"admin\",\"admin_id\":\"%s\"}");
        assertThat(closed.text("/state") + closed.text("/open")).isEqualTo("closedfalse");
        assertThat(lastPart(closed)).isEqualTo("close");
        assertThat(lastPart(reply(id, comment("Later")))).isEqualTo("comment");
        var reopened = reply(id, fromContact(contact, "Thanks"));
        assertThat(reopened.text("/state")).isEqualTo("open");
        assertThat(lastPart(reopened)).isEqualTo("open");
        assertThat(reopened.text("/statistics/count_reopens")).isEqualTo("1");
        state(id, "{\"message_type\":\"close\",\"type\":\"admin\",\"admin_id\":\"%s\"}");
        var assigned = state(
                id,
                "{\"message_type\":\"assignment\",\"type\":\"admin\",\"admin_id\":\"%s\",\"assignee_id\":\"" + ANN
                        + "\"}");
        assertThat(assigned.text("/admin_assignee_id")).isEqualTo(ANN);
        assertThat(assigned.text("/state")).isEqualTo("open");
        assertThat(lastPart(assigned)).isEqualTo("assign_and_reopen");
        var unassigned = state(
                id, "{\"message_type\":\"assignment\",\"type\":\"admin\",\"admin_id\":\"%s\",\"assignee_id\":\"0\"}");
        assertThat(unassigned.text("/admin_assignee_id")).isEqualTo("0");
        assertThat(lastPart(unassigned)).isEqualTo("assignment");
        var snoozed =
                state(id, "{\"message_type\":\"snoozed\",\"admin_id\":\"%s\",\"snoozed_until\":" + (NOW + 60) + "}");
        assertThat(snoozed.text("/state") + snoozed.text("/open")).isEqualTo("snoozedtrue");
        assertThat(reply(id, fromContact(contact, "Back")).text("/state")).isEqualTo("open");
        assertThat(simulator.notifications()).isEmpty();
    }

    private IntercomApi.Answer state(String id, String body) {
        return api.ok("/conversations/" + id + "/parts", body.formatted(MIGRATION));
    }

    private static String lastPart(IntercomApi.Answer conversation) {
        var parts = conversation.json().at("/conversation_parts/conversation_parts");
        return parts.get(parts.size() - 1).path("part_type").asText();
    }

    @Test
    void updatesTitleReadAndCompany() {
        start();
        String contact = contact("joe@acme.example");
        String id = conversation(contact);
        String company = api.ok("/companies", "{\"company_id\":\"acme.example\",\"name\":\"Acme\"}")
                .id();
        var updated = api.put(
                "/conversations/" + id,
                "{\"title\":\"Refund\",\"read\":true,\"company_id\":\"%s\"}".formatted(company));
        assertThat(updated.text("/title")).isEqualTo("Refund");
        assertThat(updated.text("/read")).isEqualTo("true");
        assertThat(updated.text("/company/id")).isEqualTo(company);
        assertThat(api.put("/conversations/1", "{\"read\":true}").error()).isEqualTo("404 not_found");
        assertThat(api.put("/conversations/" + id, "{\"company_id\":\"6762f0761bb69f9f2193bae2\"}")
                        .error())
                .isEqualTo("404 company_not_found");
        assertThat(reply(id, fromContact(contact, "More")).text("/read")).isEqualTo("false");
    }
}
