package dev.ferry.local.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.rollback.RollbackRun;
import dev.ferry.core.rollback.UndoBooks;
import dev.ferry.core.run.RunRecord;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run into an org that others use is undone.
@NullUnmarked
class SalesforceRollbackIT {
    private static final int CONVERSATIONS = 6;

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private SalesforceSimulator org;
    private SalesforceClient client;

    @BeforeEach
    void start() {
        org = Migration.org(directory);
        client = new HttpSalesforceClient(
                SalesforceConfig.of(
                                org.endpoint(),
                                new Credentials.ClientCredentials("ferry-consumer-key", "ferry-consumer-secret"))
                        .withRetry(new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(5)))
                        .withBudget(ApiBudget.unlimited()),
                http,
                Clock.systemUTC(),
                RandomGenerator.of("L64X128MixRandom"));
    }

    @AfterEach
    void stop() {
        org.close();
        http.close();
    }

    private Migration migration() {
        return new Migration(
                new SalesforceTarget(client, new SalesforceTargetSettings(Migration.BATCH, Integer.MAX_VALUE, 25)),
                new ChunkLimits(25, 1 << 20, 4));
    }

    private static List<RunRecord> runs() {
        return List.of(new RunRecord("m", "r1", "config", "hash", Instant.now(Clock.systemUTC())));
    }

    private String create(String object, Map<String, String> fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields.forEach(json::put);
        client.records().create(List.of(new SObjectRecord(object, json)), true);
        List<String> ids = new ArrayList<>();
        org.dump(object).forEachRemaining(record -> ids.add(record.path("Id").asText()));
        return ids.getLast();
    }

    /// What the org holds, without the times and people of changes.
    private Map<String, List<JsonNode>> holdings() {
        Map<String, List<JsonNode>> all = new TreeMap<>();
        for (String object : Migration.OBJECTS) {
            List<JsonNode> records = new ArrayList<>();
            org.dump(object)
                    .forEachRemaining(record -> records.add(((ObjectNode) record.deepCopy())
                            .without(List.of("SystemModstamp", "LastModifiedDate", "LastModifiedById"))));
            all.put(object, records);
        }
        return all;
    }

    private static void balanced(Map<String, UndoBooks> books) {
        books.forEach((object, book) ->
                assertThat(book.balanced()).as("%s: %s", object, book).isTrue());
    }

    @Test
    void leavesWhatWasThereBeforeAndLoadsAgain() {
        String account = create("Account", Map.of("Name", "Elsewhere"));
        create("Contact", Map.of("LastName", "Already", "Email", "ana.0@ember.example"));
        create("Contact", Map.of("LastName", "Stranger", "AccountId", account));
        Map<String, List<JsonNode>> before = holdings();
        Migration migration = migration();
        List<RunRecord> runs = runs();
        SampleRecords records = new SampleRecords(CONVERSATIONS, "Refund");
        assertThat(migration.run("r1", records)).allMatch(PhaseBooks::balanced);
        Map<String, List<JsonNode>> loaded = holdings();
        assertThat(loaded).isNotEqualTo(before);

        Map<String, UndoBooks> books = migration.rollback(new RollbackRun("r1", "b1", false), runs);

        balanced(books);
        assertThat(holdings()).isEqualTo(before);
        assertThat(books.get("Contact").sum("restored")).isEqualTo(1);
        assertThat(migration.run("r2", records)).allMatch(PhaseBooks::balanced);
        assertThat(holdings().get("Case")).hasSameSizeAs(loaded.get("Case"));
    }

    @Test
    void sparesParentsOfWhatSomebodyAdded() {
        Migration migration = migration();
        List<RunRecord> runs = runs();
        migration.run("r1", new SampleRecords(CONVERSATIONS, "Refund"));
        String ours = holdings().get("Account").getFirst().path("Id").asText();
        create("Contact", Map.of("LastName", "Colleague", "AccountId", ours));

        Map<String, UndoBooks> books = migration.rollback(new RollbackRun("r1", "b1", false), runs);

        balanced(books);
        assertThat(books.get("Account").sum("spared")).isEqualTo(1);
        assertThat(holdings().get("Contact"))
                .singleElement()
                .satisfies(
                        contact -> assertThat(contact.path("LastName").asText()).isEqualTo("Colleague"));
        assertThat(holdings().get("Case")).isEmpty();
    }

    @Test
    void sparesCasesThatSomebodyCommentedOrGaveAFile() {
        Migration migration = migration();
        List<RunRecord> runs = runs();
        migration.run("r1", new SampleRecords(CONVERSATIONS, "Refund"));
        List<JsonNode> cases = holdings().get("Case");
        String commented = cases.getFirst().path("Id").asText();
        String filed = cases.getLast().path("Id").asText();
        create("CaseComment", Map.of("ParentId", commented, "CommentBody", "Called back."));
        create(
                "ContentVersion",
                Map.of(
                        "Title", "scan",
                        "PathOnClient", "scan.txt",
                        "VersionData", "c2Nhbg==",
                        "FirstPublishLocationId", filed));

        Map<String, UndoBooks> books = migration.rollback(new RollbackRun("r1", "b1", false), runs);

        balanced(books);
        assertThat(books.get("Case").sum("spared")).isEqualTo(2);
        assertThat(holdings().get("Case"))
                .extracting(left -> left.path("Id").asText())
                .containsExactlyInAnyOrder(commented, filed);
    }
}
