package dev.ferry.local.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.local.salesforce.SalesforceSimulator;
import dev.ferry.local.salesforce.SalesforceSimulatorSettings;
import dev.ferry.local.salesforce.org.Permissions;
import dev.ferry.local.salesforce.schema.UserDefinition;
import dev.ferry.salesforce.client.ApiBudget;
import dev.ferry.salesforce.client.HttpSalesforceClient;
import dev.ferry.salesforce.client.RetryPolicy;
import dev.ferry.salesforce.client.SalesforceConfig;
import dev.ferry.salesforce.client.auth.Credentials;
import dev.ferry.salesforce.target.SalesforceTarget;
import dev.ferry.salesforce.target.SalesforceTargetSettings;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
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
        UserDefinition agent = new UserDefinition(
                SampleRecords.mail(0), SampleRecords.mail(0) + ".invalid", "Agent", "Zero", true, "Salesforce");
        org = SalesforceSimulator.start(SalesforceSimulatorSettings.in(directory, Clock.systemUTC())
                .withUsers(List.of(agent))
                .withPermissions(new Permissions(true, true, false, true, true, true, false)));
    }

    @AfterEach
    void stop() {
        org.close();
        http.close();
    }

    private Migration migration(int bulkThreshold) {
        SalesforceConfig config = SalesforceConfig.of(
                        org.endpoint(),
                        new Credentials.ClientCredentials("ferry-consumer-key", "ferry-consumer-secret"))
                .withRetry(new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(5)))
                .withBudget(ApiBudget.unlimited());
        HttpSalesforceClient client =
                new HttpSalesforceClient(config, http, Clock.systemUTC(), RandomGenerator.of("L64X128MixRandom"));
        return new Migration(
                new SalesforceTarget(client, new SalesforceTargetSettings(Migration.BATCH, bulkThreshold, 25)),
                new ChunkLimits(25, 1 << 20, 4));
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
}
