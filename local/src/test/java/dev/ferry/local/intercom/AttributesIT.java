package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rule 8: definitions and values of attributes.
class AttributesIT extends RunningWorkspace {

    private IntercomApi.Answer define(String name, String model, String type) {
        return api.post(
                "/data_attributes",
                "{\"name\":\"%s\",\"model\":\"%s\",\"data_type\":\"%s\"}".formatted(name, model, type));
    }

    private IntercomApi.Answer define(String name, String type) {
        return api.post("/conversations/attributes", "{\"name\":\"%s\",\"data_type\":\"%s\"}".formatted(name, type));
    }

    private static final String TIER = """
            {"name":"asapp_tier","model":"contact","data_type":"options","options":[{"value":"gold"},{"value":"silver"}]}""";

    @Test
    void definesAttributesOfContactsAndCompanies() {
        start();
        var tier = api.ok("/data_attributes", TIER);
        assertThat(tier.text("/data_type")).isEqualTo("string");
        assertThat(tier.text("/full_name")).isEqualTo("custom_attributes.asapp_tier");
        assertThat(tier.json().path("options")).hasSize(2);
        assertThat(define("asapp_since", "company", "datetime").text("/data_type"))
                .isEqualTo("date");
        assertThat(define("asapp_tier", "company", "string").message())
                .isEqualTo("You already have 'asapp_tier' in your people data."
                        + " To save this as new company data, use a different name.");
        assertThat(define("asapp_tier", "contact", "string").error()).isEqualTo("400 parameter_invalid");
        assertThat(define("bad/name", "contact", "string").error()).isEqualTo("400 parameter_invalid");
        assertThat(define("x", "contact", "text").message()).isEqualTo("Data Type isn't an option");
        assertThat(define("x", "conversation", "string").error()).isEqualTo("400 parameter_invalid");
        assertThat(api.post(
                                "/data_attributes",
                                TIER.replace(",{\"value\":\"silver\"}", "").replace("tier", "t2"))
                        .error())
                .isEqualTo("400 parameter_invalid");
        assertThat(api.get("/data_attributes?model=contact").json().path("data").findValuesAsText("name"))
                .contains("email", "asapp_tier")
                .doesNotContain("asapp_since");
        assertThat(api.get("/data_attributes?model=conversation").error()).isEqualTo("422 parameter_invalid");
    }

    @Test
    void archivesAndExtendsThem() {
        start(Map.of("attributesInUse", "[\"asapp_used\"]"));
        String id = api.ok("/data_attributes", TIER).id();
        String used = define("asapp_used", "contact", "string").id();
        var more = "{\"options\":[{\"value\":\"gold\"},{\"value\":\"silver\"},{\"value\":\"tin\"}]}";
        assertThat(api.put("/data_attributes/" + id, more).json().path("options"))
                .hasSize(3);
        assertThat(api.put("/data_attributes/" + id, "{\"archived\":true}").text("/archived"))
                .isEqualTo("true");
        assertThat(api.put("/data_attributes/" + used, "{\"archived\":true}").error())
                .isEqualTo("422 data_invalid");
        assertThat(api.put("/data_attributes/1", "{\"archived\":true}").error()).isEqualTo("404 field_not_found");
        assertThat(api.get("/data_attributes").body()).doesNotContain("asapp_tier");
        assertThat(api.get("/data_attributes?include_archived=true").body()).contains("asapp_tier");
        assertThat(api.post("/contacts", "{\"email\":\"a@b.example\",\"custom_attributes\":{\"asapp_tier\":\"gold\"}}")
                        .message())
                .isEqualTo("Custom attribute 'asapp_tier' does not exist");
    }

    @Test
    void keepsToTheMostAttributes() {
        start(Map.of("attributeLimit", "1"));
        assertThat(define("one", "contact", "string").status()).isEqualTo(200);
        assertThat(define("two", "contact", "string").error()).isEqualTo("400 parameter_invalid");
    }

    @Test
    void checksValuesOfContacts() {
        start();
        api.ok("/data_attributes", TIER);
        define("asapp_vip", "contact", "boolean");
        define("asapp_age", "contact", "integer");
        define("asapp_score", "contact", "float");
        define("asapp_since", "contact", "date");
        define("asapp_text", "contact", "string");
        String id = contact("joe@acme.example");
        assertThat(values(id, "\"asapp_tier\":\"gold\",\"asapp_vip\":true,\"asapp_age\":7,\"asapp_score\":1.5")
                        .text("/custom_attributes/asapp_score"))
                .isEqualTo("1.5");
        assertThat(values(id, "\"asapp_since\":1571672154").text("/custom_attributes/asapp_tier"))
                .isEqualTo("gold");
        for (String wrong : new String[] {
            "\"asapp_tier\":\"tin\"",
            "\"asapp_vip\":\"yes\"",
            "\"asapp_age\":1.5",
            "\"asapp_score\":\"1\"",
            "\"asapp_since\":\"2026-01-01\"",
            "\"asapp_text\":7",
            "\"asapp_text\":{\"a\":1}",
            "\"asapp_text\":\"" + "x".repeat(256) + "\"",
            "\"asapp_nothing\":1"
        }) {
            assertThat(values(id, wrong).error()).as(wrong).isEqualTo("400 parameter_invalid");
        }
        assertThat(values(id, "\"asapp_tier\":null")
                        .json()
                        .at("/custom_attributes/asapp_tier")
                        .isNull())
                .isTrue();
        knobs("{\"enforceOptions\":false,\"longStrings\":\"CUT\"}");
        assertThat(values(id, "\"asapp_tier\":\"tin\"").status()).isEqualTo(200);
        assertThat(values(id, "\"asapp_text\":\"" + "x".repeat(256) + "\"").text("/custom_attributes/asapp_text"))
                .hasSize(255);
    }

    private IntercomApi.Answer values(String contact, String values) {
        return api.put("/contacts/" + contact, "{\"custom_attributes\":{" + values + "}}");
    }

    @Test
    void definesAttributesOfConversations() {
        start();
        var list = api.ok("/conversations/attributes", """
                {"name":"asapp_issue","data_type":"list","options":[{"label":"Billing"},{"label":"Tech"}],
                 "description":"from ASAPP","required":false}""");
        String path = "/conversations/attributes/" + list.id();
        assertThat(list.json().path("options")).hasSize(2);
        assertThat(api.get(path).json()).isEqualTo(list.json());
        assertThat(api.ok(path + "/options", "{\"label\":\"Other\"}").json().path("options"))
                .hasSize(3);
        String option = path + "/options/" + list.text("/options/0/id");
        assertThat(api.put(option, "{\"label\":\"Money\"}").text("/options/0/label"))
                .isEqualTo("Money");
        assertThat(api.delete(option).text("/options/0/archived")).isEqualTo("true");
        assertThat(api.delete(path + "/options/" + list.text("/options/1/id")).error())
                .isEqualTo("422 parameter_invalid");
        assertThat(api.put(path, "{\"description\":\"new\"}").text("/description"))
                .isEqualTo("new");
        var text = define("asapp_text", "string");
        assertThat(api.post("/conversations/attributes/" + text.id() + "/options", "{\"label\":\"x\"}")
                        .message())
                .isEqualTo("Options can only be managed on list attributes");
        assertThat(define("x", "text").message()).contains("Allowed types: string, integer, list, decimal");
        assertThat(define("x", "text").error()).isEqualTo("422 parameter_invalid");
        assertThat(api.get("/conversations/attributes/1").error()).isEqualTo("404 conversation_attribute_not_found");
        assertThat(api.delete(path).text("/archived")).isEqualTo("true");
        assertThat(api.get("/conversations/attributes").json().path("data")).hasSize(1);
        assertThat(api.get("/conversations/attributes?include_archived=true")
                        .json()
                        .path("data"))
                .hasSize(2);
    }

    @Test
    void checksValuesOfConversationsAndLeavesAPartForEach() {
        start();
        String id = conversation(contact("joe@acme.example"));
        define("asapp_id", "string");
        define("asapp_rating", "integer");
        define("asapp_score", "decimal");
        define("asapp_vip", "boolean");
        define("asapp_at", "datetime");
        api.ok("/conversations/attributes", """
                {"name":"asapp_issue","data_type":"list","options":[{"label":"Billing"},{"label":"Tech"}]}""");
        api.ok("/conversations/attributes", """
                {"name":"asapp_long","data_type":"string","multiline":true}""");
        var written = write(id, """
                "asapp_id":"c-991","asapp_rating":4,"asapp_score":1.5,"asapp_vip":true,"asapp_at":1590001000,
                "asapp_issue":"Tech","asapp_long":"%s\"""".formatted("x".repeat(300)));
        assertThat(written.text("/custom_attributes/asapp_rating")).isEqualTo("4");
        var parts = written.json().at("/conversation_parts/conversation_parts");
        assertThat(parts).hasSize(7);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.path("part_type").asText()).isEqualTo("conversation_attribute_updated_by_admin");
            assertThat(part.at("/author/type").asText()).isEqualTo("bot");
            assertThat(part.path("created_at").asLong()).isEqualTo(NOW);
        });
        assertThat(write(id, "\"asapp_at\":\"2026-01-01T00:00:00Z\"").status()).isEqualTo(200);
        for (String wrong : new String[] {
            "\"asapp_rating\":\"4\"",
            "\"asapp_score\":\"x\"",
            "\"asapp_vip\":1",
            "\"asapp_at\":\"yesterday\"",
            "\"asapp_issue\":\"Other\"",
            "\"asapp_id\":7",
            "\"asapp_id\":\"" + "x".repeat(256) + "\""
        }) {
            assertThat(write(id, wrong).error()).as(wrong).isEqualTo("400 parameter_invalid");
        }
        assertThat(write(id, "\"asapp_x\":1").message()).isEqualTo("Conversation attribute 'asapp_x' does not exist");
        assertThat(write(id, "\"asapp_id\":1234").message())
                .isEqualTo("'1234' is not a valid value for attribute 'asapp_id' of type 'string'");
    }

    private IntercomApi.Answer write(String conversation, String values) {
        return api.put("/conversations/" + conversation, "{\"custom_attributes\":{" + values + "}}");
    }

    @Test
    void writesNoAttributesWhileTwoHaveOneName() {
        start();
        String id = conversation(contact("joe@acme.example"));
        define("asapp_id", "string");
        String twin = define("asapp_id", "string").id();
        assertThat(write(id, "\"asapp_id\":\"x\"").error()).isEqualTo("400 parameter_invalid");
        assertThat(api.put("/conversations/" + id, "{\"read\":true}").status()).isEqualTo(200);
        IntercomApi.checked(api.delete("/conversations/attributes/" + twin));
        assertThat(write(id, "\"asapp_id\":\"x\"").status()).isEqualTo(200);
        knobs("{\"refuseDuplicateAttributes\":true}");
        assertThat(define("asapp_id", "string").message())
                .isEqualTo("A conversation attribute with that name already exists");
    }
}
