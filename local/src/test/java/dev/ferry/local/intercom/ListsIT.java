package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Section 1.3 and the searches of 2.2 and 2.9.
class ListsIT extends RunningWorkspace {

    @Test
    void goesThroughListsByCursor() {
        start();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(contact("c" + i + "@acme.example"));
        }
        var first = api.get("/contacts?per_page=2");
        assertThat(first.text("/pages/total_pages")).isEqualTo("3");
        List<String> seen = new ArrayList<>(ids(first));
        String cursor = first.text("/pages/next/starting_after");
        contact("new@acme.example");
        while (!cursor.isEmpty()) {
            var next = api.get("/contacts?per_page=2&starting_after=" + cursor);
            seen.addAll(ids(next));
            cursor = next.text("/pages/next/starting_after");
        }
        assertThat(seen).containsExactlyElementsOf(made.reversed());
        assertThat(api.get("/contacts?per_page=151").error()).isEqualTo("400 parameter_invalid");
        assertThat(api.get("/contacts?starting_after=x").error()).isEqualTo("400 parameter_invalid");
        assertThat(ids(api.get("/contacts"))).hasSize(6);
    }

    private static List<String> ids(IntercomApi.Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.json().path("data").forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    @Test
    void readsCursorsOfSearchesFromTheBodyOnly() {
        start();
        for (int i = 0; i < 3; i++) {
            contact("c" + i + "@acme.example");
        }
        String query =
                "{\"query\":{\"field\":\"role\",\"operator\":\"=\",\"value\":\"user\"},\"pagination\":{\"per_page\":2%s}}";
        var first = api.ok("/contacts/search", query.formatted(""));
        String cursor = first.text("/pages/next/starting_after");
        assertThat(ids(api.ok("/contacts/search?starting_after=" + cursor, query.formatted(""))))
                .isEqualTo(ids(first));
        var second = api.ok("/contacts/search", query.formatted(",\"starting_after\":\"" + cursor + "\""));
        assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
        assertThat(second.json().at("/pages/next").isNull()).isTrue();
    }

    private IntercomApi.Answer contacts(String query, String more) {
        return api.post("/contacts/search", "{\"query\":" + query.replace('\'', '"') + more.replace('\'', '"') + "}");
    }

    @Test
    void searchesContactsAsTheDocumentsSay() {
        start();
        String joe = api.ok(
                        "/contacts",
                        "{\"role\":\"user\",\"email\":\"Joe@Acme.example\",\"external_id\":\"asapp:1\",\"name\":\"Joe\"}")
                .id();
        String ann = api.ok("/contacts", "{\"role\":\"user\",\"email\":\"ann@beta.example\",\"name\":\"Ann\"}")
                .id();
        assertThat(ids(contacts("{'field':'email','operator':'=','value':'joe@acme.example'}", "")))
                .containsExactly(joe);
        assertThat(ids(contacts("{'field':'email','operator':'~','value':'example'}", "")))
                .hasSize(2);
        assertThat(ids(contacts("{'field':'email_domain','operator':'=','value':'beta.example'}", "")))
                .containsExactly(ann);
        assertThat(ids(contacts("{'field':'email','operator':'IN','value':['joe@acme.example','x@y.example']}", "")))
                .containsExactly(joe);
        assertThat(ids(contacts("{'field':'external_id','operator':'!=','value':null}", "")))
                .containsExactly(joe);
        assertThat(ids(contacts(
                        "{'operator':'OR','value':["
                                + "{'operator':'AND','value':[{'field':'name','operator':'^','value':'jo'}]},"
                                + "{'operator':'AND','value':[{'field':'name','operator':'$','value':'nn'},"
                                + "{'field':'role','operator':'=','value':'user'}]}]}",
                        ",'sort':{'field':'name','order':'ascending'}")))
                .containsExactly(ann, joe);
        // The workspace's day began at 08:00 UTC: a moment two hours earlier is yesterday.
        long yesterday = NOW - 5 * 3_600;
        assertThat(ids(contacts("{'field':'created_at','operator':'>','value':%d}".formatted(yesterday), "")))
                .hasSize(2);
        assertThat(ids(contacts("{'field':'created_at','operator':'>','value':%d}".formatted(NOW - 3_600), "")))
                .isEmpty();
        assertThat(ids(contacts("{'field':'created_at','operator':'=','value':%d}".formatted(NOW - 3_600), "")))
                .hasSize(2);
    }

    @Test
    void refusesSearchesThatTheDocumentsDoNotHave() {
        start();
        String one = "{'field':'role','operator':'=','value':'user'}";
        for (String wrong : new String[] {
            "{'field':'created_at','operator':'>=','value':1}",
            "{'field':'tag_id','operator':'IN','value':['1']}",
            "{'field':'shoe_size','operator':'=','value':1}",
            "{'field':'role','operator':'IN','value':'user'}",
            "{'operator':'AND','value':[" + (one + ",").repeat(15) + one + "]}",
            "{'operator':'AND','value':[{'operator':'OR','value':[{'operator':'AND','value':[" + one + "]}]}]}",
            "{'operator':'AND','value':[" + one + ",{'operator':'OR','value':[" + one + "]}]}",
            "{'operator':'AND','value':[]}"
        }) {
            assertThat(contacts(wrong, "").error()).as(wrong).isEqualTo("400 parameter_invalid");
        }
        var order = contacts(one, ",'sort':{'field':'name','order':'desc'}");
        assertThat(order.error()).isEqualTo("400 invalid_sort_order");
        assertThat(order.message()).isEqualTo("Invalid sort order 'desc'. Must be one of: ascending, descending");
        assertThat(api.post("/contacts/search", "{}").error()).isEqualTo("400 parameter_not_found");
    }

    @Test
    void findsAConversationByContactAndSecond() {
        start();
        String joe = contact("joe@acme.example");
        String id = conversation(joe);
        String query = """
                {"query":{"operator":"AND","value":[{"field":"contact_ids","operator":"=","value":"%s"},
                 {"field":"created_at","operator":">","value":%d},{"field":"created_at","operator":"<","value":%d}]}}""";
        var found = api.ok("/conversations/search", query.formatted(joe, NOW - 1_000, NOW - 1_000));
        assertThat(found.text("/conversations/0/id")).isEqualTo(id);
        assertThat(found.text("/type")).isEqualTo("conversation.list");
        assertThat(found.json().at("/conversations/0").has("conversation_parts"))
                .isFalse();
        assertThat(api.ok("/conversations/search", query.formatted(joe, NOW - 999, NOW))
                        .text("/total_count"))
                .isEqualTo("0");
        assertThat(word("there").text("/total_count")).isEqualTo("1");
        assertThat(word("ther").text("/total_count")).isEqualTo("0");
        String custom = "{\"query\":{\"field\":\"custom_attribute.asapp_id\",\"operator\":\"=\",\"value\":\"x\"}}";
        assertThat(api.post("/conversations/search", custom).error()).isEqualTo("400 parameter_invalid");
        knobs("{\"searchCustomAttributes\":true}");
        assertThat(api.post("/conversations/search", custom).status()).isEqualTo(200);
    }

    private IntercomApi.Answer word(String word) {
        return api.ok(
                "/conversations/search",
                "{\"query\":{\"field\":\"source.body\",\"operator\":\"=\",\"value\":\"%s\"}}".formatted(word));
    }
}
