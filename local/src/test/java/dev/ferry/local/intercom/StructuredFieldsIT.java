package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.mapping.StructuredFields;
import dev.ferry.core.time.Sleeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Structured data fields by what they describe, from the rows of an export to the attributes of a workspace.
class StructuredFieldsIT extends RunningWorkspace {
    private static final Path MAPPING = Path.of(System.getProperty("ferry.root"), "mappings", "intercom.yaml");
    private static final Map<String, String> TIER =
            Map.of("attributes", "contact: {asapp_contact_tier: [gold, silver]}");

    @TempDir
    Path export;

    private final InMemoryLedger ledger = new InMemoryLedger();

    /// Long waits are waited in the workspace's time.
    private void sleep(Duration time) throws InterruptedException {
        if (time.toMillis() >= 1_000) {
            advance(time.toString());
        } else {
            Sleeper.system().sleep(time);
        }
    }

    @Test
    void eachValueBecomesAnAttributeOfWhatItDescribes() throws IOException {
        start();
        String mapping = mapping();
        SmallExport source = source();
        var records = source.assembled(StructuredFields.of(mapping).scopes());

        loads("r1", mapping, records);

        assertThat(attribute("Contact", "asapp_contact_tier")).containsExactly("gold");
        assertThat(attribute("Company", "asapp_company_fields")).containsExactly("Plan: pro");
        assertThat(attribute("Conversation", "asapp_e_tier")).containsExactlyInAnyOrder("silver", "gold");
        assertThat(attribute("Conversation", "asapp_e_topic")).containsExactly("hats");
        assertThat(source.listed(AssembleBucket.STRUCTURED_VALUES))
                .containsExactlyInAnyOrder(
                        "NO_CUSTOMER asapp:acme:conv:01D",
                        "SUPERSEDED asapp:acme:org:ember.example",
                        "SUPERSEDED "
                                + records.getOrDefault("customer", List.of())
                                        .getFirst()
                                        .get("id"));
        long writes = writes();
        loads("r2", mapping, records);
        assertThat(writes()).isEqualTo(writes);
    }

    private void loads(String runId, String mapping, Map<String, List<Map<String, Object>>> records) {
        IntercomLoad load = new IntercomLoad(simulator.endpoint(), runId, ledger, TIER, this::sleep).mappedBy(mapping);
        assertThat(load.prepare()).isEmpty();
        load.load(records)
                .forEach((phase, books) ->
                        assertThat(books.balanced()).as(phase + " " + books).isTrue());
    }

    private static String mapping() throws IOException {
        return Files.readString(MAPPING)
                .replace("structuredFields: {}", "structuredFields: {e_tier: customer, e_plan: organization}")
                .replace("      asapp_contact_id: {path: id}", """
                              asapp_contact_id: {path: id}
                              asapp_contact_tier:
                                path: 'structuredData[fieldId=e_tier].value'
                                values: {gold: gold, silver: silver}
                                otherwise: drop
                        """);
    }

    private SmallExport source() {
        SmallExport source = new SmallExport(export);
        source.customers("X1,,Ada,ada@ember.example,,Ember,ember.example\n");
        source.rows(
                "staging_conversation_state",
                state("01A", ",\"customer_id\":\"X1\"") + state("01B", ",\"customer_id\":\"X1\"") + state("01D", ""));
        source.rows(
                "autosummary_structured_data",
                value("01A", "e_tier", "silver", 10)
                        + value("01B", "e_tier", "gold", 11)
                        + value("01A", "e_plan", "basic", 10)
                        + value("01B", "e_plan", "pro", 11)
                        + value("01B", "e_topic", "hats", 11)
                        + value("01D", "e_tier", "silver", 12));
        return source;
    }

    private List<String> attribute(String object, String name) {
        List<String> values = new ArrayList<>();
        simulator.dump(object).forEachRemaining(one -> {
            JsonNode value = one.path("custom_attributes").path(name);
            if (value.isTextual()) {
                values.add(value.asText());
            }
        });
        return values;
    }

    private long writes() {
        return simulator.usage().done().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().startsWith("GET ") && !entry.getKey().endsWith("/search"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static String state(String conversation, String more) {
        return """
                {"conversation_id":"%s","dt":"2026-10-31","hr":"10","instance_ts":"2026-10-31 10:00:00",\
                "first_event_ts":"2026-02-01 10:00:00"%s}
                """.formatted(conversation, more);
    }

    private static String value(String conversation, String field, String value, int hour) {
        return """
                {"conversation_id":"%s","structured_data_id":"s","structured_data_field_id":"%s",\
                "structured_data_field_name":"%s","structured_data_field_value":"%s",\
                "structured_data_ts":"2026-02-01 %d:10:00"}
                """.formatted(conversation, field, field.equals("e_plan") ? "Plan" : field, value, hour);
    }
}
