package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Section 2.11: types, conversion, tickets by themselves, the queue.
class TicketsIT extends RunningWorkspace {

    private String customerType() {
        return api.get("/ticket_types").text("/data/0/id");
    }

    private String ticket(String contact, String more) {
        return """
                {"ticket_type_id":"%s","contacts":[{"id":"%s"}],"created_at":1590000000,
                 "ticket_attributes":{"_default_title_":"Refund","_default_description_":"Order 12"}%s}""".formatted(customerType(), contact, more);
    }

    @Test
    void convertsAConversationAndKeepsItsThread() {
        start();
        String id = conversation(contact("joe@acme.example"));
        api.ok("/conversations/" + id + "/reply", comment("Hi"));
        String internal = api.ok("/ticket_types", "{\"name\":\"Task\",\"category\":\"Back-office\"}")
                .id();
        String path = "/conversations/" + id + "/convert";
        var refused = api.post(path, "{\"ticket_type_id\":\"" + internal + "\"}");
        assertThat(refused.error()).isEqualTo("400 parameter_invalid");
        assertThat(refused.message()).isEqualTo("Ticket type is not a customer ticket type");
        String resolved = api.get("/ticket_types").text("/data/0/ticket_states/data/3/id");
        var ticket = api.ok(
                path,
                "{\"ticket_type_id\":\"%s\",\"ticket_state_id\":\"%s\",\"attributes\":{\"_default_title_\":\"Refund\"}}"
                        .formatted(customerType(), resolved));
        assertThat(ticket.id()).isEqualTo(id);
        assertThat(ticket.text("/ticket_state/category")).isEqualTo("resolved");
        assertThat(ticket.json().path("ticket_parts").findValuesAsText("part_type"))
                .containsExactly("comment", "comment", "ticket_state_updated_by_admin");
        assertThat(api.get("/conversations/" + id).text("/ticket/id")).isEqualTo(id);
        assertThat(api.post(path, "{\"ticket_type_id\":\"" + customerType() + "\"}")
                        .status())
                .isEqualTo(400);
        api.ok(
                "/conversations/" + id + "/parts",
                "{\"message_type\":\"close\",\"type\":\"admin\",\"admin_id\":\"%s\"}".formatted(ANN));
        assertThat(api.get("/tickets/" + id).text("/open")).isEqualTo("false");
        assertThat(simulator.dump("Ticket").next().path("id").asText()).isEqualTo(id);
        assertThat(simulator.notifications()).isEmpty();
    }

    @Test
    void makesUpdatesAndDeletesTickets() {
        start();
        String joe = contact("joe@acme.example");
        var made = api.ok("/tickets", ticket(joe, ",\"skip_notifications\":true"));
        assertThat(made.text("/created_at")).isEqualTo("1590000000");
        assertThat(made.text("/ticket_attributes/_default_title_")).isEqualTo("Refund");
        String path = "/tickets/" + made.id();
        String state = made.text("/ticket_type/ticket_states/data/1/id");
        var moved = api.put(
                path,
                "{\"ticket_state_id\":\"%s\",\"admin_id\":%s,\"assignee_id\":\"%s\",\"skip_notifications\":true}"
                        .formatted(state, ANN, ANN));
        assertThat(moved.text("/ticket_state/category")).isEqualTo("in_progress");
        assertThat(moved.text("/admin_assignee_id")).isEqualTo(ANN);
        assertThat(simulator.notifications()).isEmpty();
        assertThat(api.put(path, "{\"open\":false}").text("/open")).isEqualTo("false");
        assertThat(simulator.notifications()).hasSize(1);
        assertThat(api.put(path, "{\"ticket_state_id\":\"1\"}").error()).isEqualTo("400 ticket_state_id_invalid");
        assertThat(api.put(path, "{\"assignee_id\":\"1\"}").error()).isEqualTo("404 assignee_not_found");
        var part = api.ok(path + "/reply", comment("Hi"));
        assertThat(part.text("/type")).isEqualTo("ticket_part");
        String tag = api.ok("/tags", "{\"name\":\"VIP\"}").id();
        api.ok(path + "/tags", "{\"id\":\"%s\",\"admin_id\":\"%s\"}".formatted(tag, ANN));
        String untag = path + "/tags/" + tag;
        assertThat(api.send("DELETE", untag, "{\"admin_id\":\"%s\"}".formatted(ANN))
                        .status())
                .isEqualTo(200);
        assertThat(api.send("DELETE", untag, "{\"admin_id\":\"%s\"}".formatted(ANN))
                        .error())
                .isEqualTo("404 tag_not_found");
        assertThat(api.delete(path).text("/deleted")).isEqualTo("true");
        assertThat(api.delete(path).error()).isEqualTo("404 ticket_not_found");
    }

    @Test
    void refusesTicketsThatCannotBe() {
        start();
        String joe = contact("joe@acme.example");
        String two = ticket(joe, "").replace("[{\"id\"", "[{\"id\":\"x\"},{\"id\"");
        assertThat(api.post("/tickets", two).error()).isEqualTo("400 parameter_invalid");
        assertThat(api.post("/tickets", ticket("5da6f18e3d7cf967e4582d05", "")).error())
                .isEqualTo("404 not_found");
        assertThat(api.post("/tickets", ticket(joe, "").replace("_default_title_", "nothing"))
                        .error())
                .isEqualTo("400 parameter_invalid");
        assertThat(api.post("/tickets", ticket(joe, "").replace("Order 12", "x".repeat(32_768)))
                        .error())
                .isEqualTo("400 parameter_invalid");
        String type = "/ticket_types/" + customerType() + "/attributes";
        var list = api.ok(
                type,
                "{\"name\":\"kind\",\"description\":\"d\",\"data_type\":\"list\",\"list_items\":\"Billing, Tech\",\"required_to_create\":true}");
        assertThat(api.post("/tickets", ticket(joe, "")).message()).isEqualTo("Missing required ticket attributes");
        String option = list.text("/input_options/options/1/id");
        assertThat(api.post("/tickets", ticket(joe, "").replace("\"_default_title_\":\"Refund\"", "\"kind\":\"Tech\""))
                        .error())
                .isEqualTo("400 parameter_invalid");
        assertThat(api.post(
                                "/tickets",
                                ticket(joe, "")
                                        .replace("\"_default_title_\":\"Refund\"", "\"kind\":\"" + option + "\""))
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/ticket_states").json().path("data")).hasSize(4);
    }

    @Test
    void refusesRepliesOfUsersToInternalTickets() {
        start();
        String joe = contact("joe@acme.example");
        String internal = api.ok("/ticket_types", "{\"name\":\"Task\",\"category\":\"Back-office\"}")
                .id();
        String id = api.ok("/tickets", ticket(joe, "").replace(customerType(), internal))
                .id();
        assertThat(api.post("/tickets/" + id + "/reply", fromContact(joe, "Hi")).error())
                .isEqualTo("400 parameter_mismatch");
    }

    @Test
    void makesQueuedTicketsLater() {
        start(Map.of("jobDelay", "PT2S"));
        String joe = contact("joe@acme.example");
        var job = api.ok("/tickets/enqueue", ticket(joe, ""));
        assertThat(job.text("/status")).isEqualTo("pending");
        String bad = api.ok("/tickets/enqueue", ticket("5da6f18e3d7cf967e4582d05", ""))
                .id();
        assertThat(api.get("/jobs/status/" + job.id()).text("/status")).isEqualTo("pending");
        start();
        advance("PT2S");
        var done = api.get("/jobs/status/" + job.id());
        assertThat(done.text("/status")).isEqualTo("success");
        assertThat(api.get("/tickets/" + done.text("/resource_id")).status()).isEqualTo(200);
        assertThat(api.get("/jobs/status/" + bad).text("/status")).isEqualTo("failed");
        assertThat(api.get("/jobs/status/1").error()).isEqualTo("404 job_not_found");
    }
}
