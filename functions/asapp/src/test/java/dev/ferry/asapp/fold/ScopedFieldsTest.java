package dev.ferry.asapp.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.asapp.crosswalk.CrosswalkKind;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.FieldScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Structured data fields that describe people and organisations: what their conversations make of them.
class ScopedFieldsTest {
    private static final String FOLDER = "fileexporter/%s/version=1/format=jsonl/dt=2026-10-31/hr=%s/mi=00";

    @TempDir
    Path export;

    private InMemoryMigration migration;

    @BeforeEach
    void deliver() throws IOException {
        migration = new InMemoryMigration(new LocalDirectorySource(export), FragmentSettings.of("acme"));
        migration.scopes(Map.of(
                "e_tier", FieldScope.CUSTOMER, "e_plan", FieldScope.ORGANIZATION, "e_typo", FieldScope.CUSTOMER));
        file("crosswalk", "customers.csv", """
                external_user_id,customer_id,name,email,phone,company,domain
                X1,,Ada,ada@ember.example,,Ember,ember.example
                """);
        file(FOLDER.formatted("staging_conversation_state", "10"), "a.jsonl", """
                {"conversation_id":"01A","dt":"2026-10-31","hr":"10","instance_ts":"2026-10-31 10:00:00","customer_id":"X1"}
                {"conversation_id":"01B","dt":"2026-10-31","hr":"10","instance_ts":"2026-10-31 10:00:00","customer_id":"X1"}
                {"conversation_id":"01C","dt":"2026-10-31","hr":"10","instance_ts":"2026-10-31 10:00:00","customer_id":"X2"}
                {"conversation_id":"01D","dt":"2026-10-31","hr":"10","instance_ts":"2026-10-31 10:00:00"}
                """);
        file(
                FOLDER.formatted("autosummary_structured_data", "10"),
                "a.jsonl",
                value("01A", "e_tier", "silver", 10)
                        + value("01A", "e_plan", "basic", 10)
                        + value("01B", "e_tier", "gold", 11)
                        + value("01B", "e_plan", "pro", 11)
                        + value("01B", "e_topic", "hats", 11)
                        + value("01C", "e_plan", "solo", 12)
                        + value("01D", "e_tier", "bronze", 13));
        migration.crosswalk(CrosswalkKind.CUSTOMERS, "crosswalk/customers.csv");
        migration.fileExporter("fileexporter/");
        migration.assemble();
    }

    @Test
    void theLatestValueOfAPersonsConversationsIsTheirs() {
        assertThat(person().path("structuredData")).hasSize(1);
        JsonNode tier = person().path("structuredData").path(0);
        assertThat(tier.path("fieldId").asText()).isEqualTo("e_tier");
        assertThat(tier.path("value").asText()).isEqualTo("gold");
        assertThat(tier.path("conversationId").asText()).endsWith("01B");
        assertThat(tier.path("conversations").asInt()).isEqualTo(2);
        assertThat(tier.path("varied").asBoolean()).isTrue();
    }

    @Test
    void anOrganisationHasWhatItsPeopleSayAndNobodysSharesAParkingAccount() {
        assertThat(migration.records(EntityKind.ORGANIZATION).values())
                .filteredOn(organization -> !organization.path("structuredData").isEmpty())
                .singleElement()
                .satisfies(ember -> {
                    assertThat(ember.path("domain").asText()).isEqualTo("ember.example");
                    assertThat(ember.path("structuredData")
                                    .path(0)
                                    .path("value")
                                    .asText())
                            .isEqualTo("pro");
                });
    }

    @Test
    void aConversationKeepsItsOwnValues() {
        assertThat(migration.records(EntityKind.CONVERSATION).values())
                .allSatisfy(conversation ->
                        assertThat(conversation.path("structuredData")).isNotEmpty());
    }

    @Test
    void whatLostAndWhatHasNoParentIsListedByName() {
        assertThat(listed())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .startsWith("SUPERSEDED asapp:acme:cust:")
                                .contains("e_tier", "01B"),
                        line -> assertThat(line)
                                .startsWith("SUPERSEDED asapp:acme:org:ember.example")
                                .contains("e_plan"),
                        line -> assertThat(line)
                                .startsWith("NO_CUSTOMER asapp:acme:conv:01D")
                                .contains("e_tier"),
                        line -> assertThat(line)
                                .startsWith("NO_ORGANIZATION asapp:acme:conv:01C")
                                .contains("e_plan"),
                        line -> assertThat(line).startsWith("UNKNOWN_FIELD e_typo"));
        assertThat(listed()).noneMatch(line -> line.contains("gold") || line.contains("silver"));
        assertThat(migration.sum("assemble", "supersededValues")).isEqualTo(2);
        assertThat(migration.sum("assemble", "valuesWithoutParent")).isEqualTo(2);
    }

    @Test
    void aValueIsHeldUntilItsParentIsKnown() throws IOException {
        file(FOLDER.formatted("staging_conversation_state", "14"), "a.jsonl", """
                {"conversation_id":"01D","dt":"2026-10-31","hr":"14","instance_ts":"2026-10-31 14:00:00","customer_id":"X1"}
                """);
        migration.fileExporter("fileexporter/staging_conversation_state/");
        migration.assemble();

        assertThat(person().path("structuredData").path(0).path("value").asText())
                .isEqualTo("bronze");
        assertThat(listed()).noneMatch(line -> line.startsWith("NO_CUSTOMER"));
    }

    private JsonNode person() {
        return migration.records(EntityKind.CUSTOMER).values().stream()
                .filter(customer -> customer.path("email").asText().equals("ada@ember.example"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private List<String> listed() {
        return migration.lists.entries(AssembleBucket.STRUCTURED_VALUES).stream()
                .map(entry -> entry.reason() + ' ' + entry.file() + ' ' + entry.detail())
                .toList();
    }

    private static String value(String conversation, String field, String value, int hour) {
        return """
                {"conversation_id":"%s","structured_data_id":"s","structured_data_field_id":"%s",\
                "structured_data_field_value":"%s","structured_data_ts":"2026-10-31 %d:10:00"}
                """.formatted(conversation, field, value, hour);
    }

    private void file(String folder, String name, String content) throws IOException {
        Path directory = Files.createDirectories(export.resolve(folder));
        Files.writeString(directory.resolve(name), content);
    }
}
