package dev.ferry.local.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.local.salesforce.SalesforceSimulator;
import dev.ferry.salesforce.client.ApiBudget;
import dev.ferry.salesforce.client.HttpSalesforceClient;
import dev.ferry.salesforce.client.RetryPolicy;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.SalesforceConfig;
import dev.ferry.salesforce.client.auth.Credentials;
import dev.ferry.salesforce.client.rest.SObjectRecord;
import dev.ferry.salesforce.target.SalesforceTarget;
import dev.ferry.salesforce.target.SalesforceTargetSettings;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceTargetIT {
    private static final int CONVERSATIONS = 30;
    private static final Map<String, Integer> EXPECTED = Map.of(
            "Account",
            5,
            "Contact",
            CONVERSATIONS,
            "Agent_Stats__c",
            2,
            "Case",
            CONVERSATIONS,
            "Task",
            CONVERSATIONS / 3 + 2 * CONVERSATIONS,
            "EmailMessage",
            2 * CONVERSATIONS,
            "ContentNote",
            CONVERSATIONS + 1,
            "ContentDocumentLink",
            CONVERSATIONS + 1);

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private SalesforceSimulator org;

    @BeforeEach
    void start() {
        org = Migration.org(directory);
    }

    @AfterEach
    void stop() {
        org.close();
        http.close();
    }

    private Migration migration(int bulkThreshold) {
        return new Migration(
                new SalesforceTarget(client(), new SalesforceTargetSettings(Migration.BATCH, bulkThreshold, 25)),
                new ChunkLimits(25, 1 << 20, 4));
    }

    private SalesforceClient client() {
        SalesforceConfig config = SalesforceConfig.of(
                        org.endpoint(),
                        new Credentials.ClientCredentials("ferry-consumer-key", "ferry-consumer-secret"))
                .withRetry(new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(5)))
                .withBudget(ApiBudget.unlimited());
        return new HttpSalesforceClient(config, http, Clock.systemUTC(), RandomGenerator.of("L64X128MixRandom"));
    }

    private void faults(Map<String, ?> changes) {
        org.faults(org.faults().with(changes));
    }

    private void holdsEverythingOnce(List<PhaseBooks> books) {
        assertThat(books).allSatisfy(phase -> {
            assertThat(phase.balanced()).as(phase.toString()).isTrue();
            assertThat(phase.terms().getOrDefault("failed", 0L)).isZero();
            assertThat(phase.terms().getOrDefault("quarantined", 0L)).isZero();
        });
        EXPECTED.forEach((object, count) -> {
            Set<String> keys = new HashSet<>();
            int records = 0;
            for (var all = org.dump(object); all.hasNext(); records++) {
                JsonNode record = all.next();
                keys.add(record.path(SalesforceTargetSettings.KEY_FIELD)
                        .asText(record.path("Id").asText()));
            }
            assertThat(records).as(object).isEqualTo(count);
            assertThat(keys).as(object).hasSize(count);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Integer.MAX_VALUE})
    void loadsEveryObjectByJobsAndByDirectCalls(int bulkThreshold) {
        holdsEverythingOnce(migration(bulkThreshold).run("r1", new SampleRecords(CONVERSATIONS, "Refund")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Integer.MAX_VALUE})
    void sendsOnlyWhatChangedInTheNextRun(int bulkThreshold) {
        Migration migration = migration(bulkThreshold);
        migration.run("r1", new SampleRecords(CONVERSATIONS, "Refund"));

        List<PhaseBooks> books = migration.run("r2", new SampleRecords(CONVERSATIONS, "Return"));

        holdsEverythingOnce(books);
        assertThat(books).filteredOn(phase -> phase.phase().equals("Case")).allSatisfy(phase -> {
            assertThat(phase.terms().get("updated")).isEqualTo(CONVERSATIONS - 2L);
            assertThat(phase.terms().get("unchanged")).isEqualTo(2);
        });
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("answers that get lost after the commit", Map.of("http500AfterCommitRate", 0.2)),
                Arguments.of("uploads that break off", Map.of("dropConnectionOnPut", 3)),
                Arguments.of("an org that is not available", Map.of("http503Rate", 0.2, "htmlErrorPage", true)),
                Arguments.of("jobs that fail half-way", Map.of("jobFailAfterRows", 7)),
                Arguments.of("batches that time out", Map.of("batchTimeoutEvery", 2)),
                Arguments.of("a session revoked in the middle", Map.of("revokeTokenAt", 40)),
                Arguments.of("jobs that take their time", Map.of("slowPollStates", 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void endsInTheSameStateByJobsIn(String trouble, Map<String, ?> faults) {
        Migration migration = migration(1);
        faults(faults);

        holdsEverythingOnce(migration.run("r1", new SampleRecords(CONVERSATIONS, trouble)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void endsInTheSameStateByDirectCallsIn(String trouble, Map<String, ?> faults) {
        Migration migration = migration(Integer.MAX_VALUE);
        faults(faults);

        holdsEverythingOnce(migration.run("r1", new SampleRecords(CONVERSATIONS, trouble)));
    }

    @Test
    void stopsThePhaseWhenTheOrgIsSetUpWrongly() {
        Migration migration = migration(1);
        faults(Map.of("validationRule", "Case: Status = 'Closed'"));

        assertThatExceptionOfType(FerryException.class)
                .isThrownBy(() -> migration.run("r1", new SampleRecords(CONVERSATIONS, "Refund")))
                .withMessageContaining("phase Case stopped")
                .withMessageContaining("FIELD_CUSTOM_VALIDATION_EXCEPTION");

        faults(Map.of("validationRule", "Case: Status = 'Nowhere'"));
        holdsEverythingOnce(migration.run("r1", new SampleRecords(CONVERSATIONS, "Refund")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Integer.MAX_VALUE})
    void linksContactsThatTheOrgHadBeforeAndFillsOnlyWhatIsEmpty(int bulkThreshold) {
        contact(0, Map.of("LastName", "Already", "FirstName", "Here"));
        contact(1, Map.of("LastName", "Twice"));
        contact(1, Map.of("LastName", "Twice"));
        Migration migration = migration(bulkThreshold);
        SampleRecords records = new SampleRecords(CONVERSATIONS, "Refund");

        List<PhaseBooks> books = migration.run("r1", records);

        assertThat(books).allMatch(PhaseBooks::balanced);
        PhaseBooks contacts = books.stream()
                .filter(phase -> phase.phase().equals("Contact"))
                .findFirst()
                .orElseThrow();
        assertThat(contacts.terms()).containsEntry("matched", 1L).containsEntry("created", CONVERSATIONS - 1L);
        JsonNode linked = byKey("cust:0");
        assertThat(linked.path("LastName").asText()).isEqualTo("Already");
        assertThat(linked.path("FirstName").asText()).isEqualTo("Here");
        assertThat(linked.path("Migration_Batch__c").asText()).isEqualTo(Migration.BATCH);
        assertThat(entry(migration, "cust:0")).isInstanceOfSatisfying(LedgerEntry.Loaded.class, loaded -> {
            assertThat(loaded.operation()).isEqualTo(LedgerEntry.Operation.MATCHED);
            assertThat(loaded.targetId()).isEqualTo(linked.path("Id").asText());
            assertThat(loaded.filled())
                    .contains("ASAPP_Id__c", "Migration_Batch__c", "AccountId")
                    .doesNotContain("LastName", "FirstName", "Email");
        });
        assertThat(count("Contact")).isEqualTo(CONVERSATIONS + 2);

        List<PhaseBooks> again = migration.run("r2", records);
        assertThat(again).allMatch(PhaseBooks::balanced);
        assertThat(again)
                .allSatisfy(phase -> assertThat(phase.terms().getOrDefault("created", 0L)
                                + phase.terms().getOrDefault("updated", 0L)
                                + phase.terms().getOrDefault("matched", 0L))
                        .as(phase.phase())
                        .isZero());
    }

    @Test
    void remembersWhomItRecognisedWhenItIsKilledBeforeOrAfterLinking() {
        contact(0, Map.of("LastName", "Already"));
        Migration migration = migration(1);
        SampleRecords records = new SampleRecords(CONVERSATIONS, "Refund");
        migration.stageOnly("r0", "Contact", records);
        assertThat(entry(migration, "cust:0")).isNull();
        migration.loadOnly("r1", "Account", records);
        migration.stageOnly("r1", "Contact", records);
        assertThat(entry(migration, "cust:0")).isInstanceOf(LedgerEntry.Recognised.class);
        LedgerEntry.Recognised noted = (LedgerEntry.Recognised) Objects.requireNonNull(entry(migration, "cust:0"));
        // The link reached the org, its answer did not.
        ObjectNode link = JsonNodeFactory.instance.objectNode();
        link.put("Id", noted.targetId()).put("ASAPP_Id__c", "cust:0").put("Migration_Batch__c", Migration.BATCH);
        client().records().update(List.of(new SObjectRecord("Contact", link)), true);

        List<PhaseBooks> books = migration.run("r2", records);

        assertThat(books).allMatch(PhaseBooks::balanced);
        assertThat(entry(migration, "cust:0")).isInstanceOfSatisfying(LedgerEntry.Loaded.class, loaded -> {
            assertThat(loaded.operation()).isEqualTo(LedgerEntry.Operation.MATCHED);
            assertThat(loaded.filled()).contains("ASAPP_Id__c", "AccountId");
        });
        assertThat(count("Contact")).isEqualTo(CONVERSATIONS);
    }

    private void contact(int customer, Map<String, String> fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields.forEach(json::put);
        json.put("Email", "ana." + customer + "@ember.example");
        client().records().create(List.of(new SObjectRecord("Contact", json)), true);
    }

    private static @Nullable LedgerEntry entry(Migration migration, String key) {
        CanonicalId id = new CanonicalId(key);
        return migration.ledger.find(new ObjectName("Contact"), List.of(id)).get(id);
    }

    private JsonNode byKey(String key) {
        for (var all = org.dump("Contact"); all.hasNext(); ) {
            JsonNode record = all.next();
            if (record.path(SalesforceTargetSettings.KEY_FIELD).asText().equals(key)) {
                return record;
            }
        }
        throw new AssertionError("no Contact " + key);
    }

    private int count(String object) {
        int records = 0;
        for (var all = org.dump(object); all.hasNext(); all.next()) {
            records++;
        }
        return records;
    }
}
