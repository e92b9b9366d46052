package dev.ferry.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ferry.cli.DemoRun;
import dev.ferry.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Runs `ferry demo` over the sample export and compares every record of the simulated org with the truth.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesforceTruthIT {
    private Path work = Path.of(".");
    private Truth truth = new Truth(Path.of("."));
    private String company = "";
    private Org org = new Org(work);

    @BeforeAll
    void migrate(@TempDir Path directory) {
        work = directory;
        org = new Org(work);
        Path tree = Path.of(System.getProperty("ferry.root", ".."), "..", "shared", "data", "asapp-small");
        Assumptions.assumeTrue(Files.isDirectory(tree), "skipped: the sample export with its truth is not here");
        truth = new Truth(tree);
        company = truth.company();
        DemoRun demo = new DemoRun(work);
        int code = demo.run("--export", tree.toString());
        assertThat(code).as(demo.output()).isEqualTo(ExitCode.FINISHED_WITH_REJECTS.code());
    }

    @Test
    void everyConversationOfEveryChannelIsOneCase() {
        assertThat(org.byKey("Case").keySet())
                .containsExactlyInAnyOrderElementsOf(truth.conversations().stream()
                        .map(conversation -> JsonFile.required(conversation, "id"))
                        .toList());
    }

    @Test
    void whatOnlyEventsKnowIsNoCase() {
        Set<String> cases = org.byKey("Case").keySet();
        assertThat(truth.lines("gaps.jsonl"))
                .isNotEmpty()
                .noneMatch(gap -> cases.contains("asapp:" + company + ":issue:" + JsonFile.required(gap, "issueId")));
    }

    @Test
    void casesSayWhatTheConversationsSay() {
        Map<String, String> incomplete = truth.incomplete();
        SoftAssertions softly = new SoftAssertions();
        truth.conversations()
                .forEach(conversation -> softly.assertThat(CaseView.actual(caseOf(conversation), conversation))
                        .as(JsonFile.text(conversation, "id"))
                        .isEqualTo(CaseView.expected(
                                conversation, incomplete.get(JsonFile.required(conversation, "id")))));
        softly.assertAll();
    }

    @Test
    void casesHangOnTheirCustomerAndTheCustomersAccount() {
        Map<String, JsonNode> contacts = org.byId("Contact");
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode conversation : truth.conversations()) {
            JsonNode found = caseOf(conversation);
            JsonNode contact = Objects.requireNonNull(contacts.get(JsonFile.required(found, "ContactId")));
            JsonNode customer = conversation.required("customer");
            softly.assertThat(PeopleView.keyOf(contact))
                    .as(JsonFile.text(conversation, "id"))
                    .isEqualTo(PeopleView.keyOfRef(JsonFile.required(customer, "ref")));
            softly.assertThat(found.get("AccountId")).isEqualTo(contact.get("AccountId"));
        }
        softly.assertAll();
    }

    @Test
    void casesBelongToTheUserOfTheLastAgent() {
        Map<String, JsonNode> agents = org.byKey("Agent_Stats__c");
        String standIn = JsonFile.required(org.all("Account").getFirst(), "OwnerId");
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode conversation : truth.conversations()) {
            String agent = JsonFile.text(conversation, "lastAgent");
            String user = agent == null ? null : JsonFile.text(agentOf(agents, agent), "User__c");
            softly.assertThat(JsonFile.text(caseOf(conversation), "OwnerId"))
                    .as(JsonFile.text(conversation, "id"))
                    .isEqualTo(user == null ? standIn : user);
        }
        softly.assertAll();
    }

    @Test
    void everyMessageHangsOnItsCaseInOrder() {
        Map<String, List<JsonNode>> messages = org.under("EmailMessage", "ParentId");
        Map<String, JsonNode> tasks = org.byId("Task");
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode conversation : truth.conversations()) {
            List<String> expected = ActivityView.expectedMessages(conversation);
            List<String> found = ActivityView.messages(under(messages, conversation), tasks);
            softly.assertThat(found)
                    .as(JsonFile.text(conversation, "id"))
                    .containsExactlyInAnyOrderElementsOf(expected);
            softly.assertThat(ActivityView.idsInOrder(found)).isEqualTo(ActivityView.idsInOrder(expected));
        }
        softly.assertAll();
    }

    @Test
    void internalMessagesAreHiddenFromCustomersAndOnlyTheirOwnAreIncoming() {
        assertThat(org.all("EmailMessage")).allSatisfy(message -> {
            assertThat(message.path("IsExternallyVisible").asBoolean())
                    .isNotEqualTo(message.path("Is_Internal__c").asBoolean());
            assertThat(message.path("Incoming").asBoolean())
                    .isEqualTo(JsonFile.required(message, "Sender_Role__c").equals("CUSTOMER"));
        });
    }

    @Test
    void notesHangOnTheirCase() {
        Map<String, List<JsonNode>> links = org.under("ContentDocumentLink", "LinkedEntityId");
        Map<String, JsonNode> notes = org.byId("ContentNote");
        SoftAssertions softly = new SoftAssertions();
        truth.conversations()
                .forEach(conversation -> softly.assertThat(ActivityView.notes(org, under(links, conversation), notes))
                        .as(JsonFile.text(conversation, "id"))
                        .isEqualTo(ActivityView.expectedNotes(conversation)));
        softly.assertAll();
        assertThat(org.all("ContentDocumentLink"))
                .as("a link for each note and each file")
                .hasSize(org.all("ContentNote").size()
                        + org.all("ContentVersion").size());
    }

    @Test
    void attachmentsWithBytesAreFilesOfTheirCase() {
        Map<String, List<JsonNode>> files = org.under("ContentVersion", "FirstPublishLocationId");
        SoftAssertions softly = new SoftAssertions();
        truth.conversations().forEach(conversation -> {
            List<String> expected = ActivityView.expectedFiles(conversation);
            softly.assertThat(ActivityView.files(org, under(files, conversation), expected))
                    .as(JsonFile.text(conversation, "id"))
                    .isEqualTo(expected);
        });
        softly.assertAll();
    }

    @Test
    void callsAreTasksOfTheirCase() {
        Map<String, List<JsonNode>> tasks = org.under("Task", "WhatId");
        SoftAssertions softly = new SoftAssertions();
        truth.conversations()
                .forEach(conversation -> softly.assertThat(ActivityView.calls(under(tasks, conversation)))
                        .as(JsonFile.text(conversation, "id"))
                        .isEqualTo(ActivityView.expectedCalls(conversation)));
        softly.assertAll();
    }

    @Test
    void everyCustomerIsOneContactUnderTheRightAccount() {
        assertThat(PeopleView.customers(org)).isEqualTo(PeopleView.expectedCustomers(truth.customers()));
    }

    @Test
    void organisationsAreAccountsAndFreeMailDomainsAreNone() {
        Map<String, List<JsonNode>> contacts = org.under("Contact", "AccountId");
        assertThat(org.all("Account").stream().filter(account -> JsonFile.text(account, "Email_Domain__c") != null))
                .extracting(account -> "%s is %s, placeholder %s, %d contacts"
                        .formatted(
                                JsonFile.text(account, "Email_Domain__c"),
                                JsonFile.text(account, "Name"),
                                account.path("Merge_Candidate__c").asBoolean(),
                                contacts.getOrDefault(JsonFile.required(account, "Id"), List.of())
                                        .size()))
                .containsExactlyInAnyOrderElementsOf(truth.lines("organizations.jsonl").stream()
                        .filter(one -> JsonFile.required(one, "handling").equals("organization"))
                        .map(one -> "%s is %s, placeholder %s, %d contacts"
                                .formatted(
                                        JsonFile.text(one, "domain"),
                                        JsonFile.text(one, "name"),
                                        one.path("placeholder").asBoolean(),
                                        one.path("contacts").asInt()))
                        .toList());
    }

    @Test
    void everyAgentHasTheirStatistics() {
        Map<String, JsonNode> rows = org.byKey("Agent_Stats__c");
        Map<String, String> names = truth.crosswalkNames();
        Set<String> users = truth.addressesOfUsers();
        List<JsonNode> conversations = truth.conversations();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(rows).hasSameSizeAs(truth.agents());
        for (JsonNode agent : truth.agents()) {
            String rep = PeopleView.ref(agent);
            JsonNode row = agentOf(rows, rep);
            softly.assertThat(PeopleView.agent(row)).as(rep).isEqualTo(PeopleView.expectedAgent(agent, names.get(rep)));
            softly.assertThat(row.path("Conversations__c").asLong())
                    .as("conversations of %s", rep)
                    .isEqualTo(conversations.stream()
                            .filter(one -> JsonFile.texts(one.path("agents")).contains(rep))
                            .count());
            softly.assertThat(JsonFile.text(row, "User__c") != null)
                    .as("user of %s", rep)
                    .isEqualTo(users.contains(String.valueOf(JsonFile.text(agent, "email"))));
        }
        softly.assertAll();
    }

    @Test
    void rejectedLinesAreListedWithTheirPlace() throws IOException {
        assertThat(list("quarantined"))
                .filteredOn(line -> line.getField("object").equals("source line"))
                .extracting(line -> String.join(
                        "|",
                        List.of(
                                line.getField("key").replace("exports/" + company + "/", ""),
                                line.getField("where"),
                                line.getField("code"),
                                reason(line.getField("key"), line.getField("reason")))))
                .containsExactlyInAnyOrderElementsOf(truth.lines("rejects.jsonl").stream()
                        .map(reject -> "%s|line %s|%s|%s"
                                .formatted(
                                        JsonFile.text(reject, "file"),
                                        JsonFile.text(reject, "line"),
                                        JsonFile.text(reject, "reason"),
                                        reason(JsonFile.required(reject, "file"), JsonFile.required(reject, "detail"))))
                        .toList());
    }

    // Events are single messages; what is wrong with the text of one is not told more closely.
    private static String reason(String file, String reason) {
        return file.startsWith("events/") ? "" : reason;
    }

    @Test
    void issuesThatOnlyEventsKnowAreListed() throws IOException {
        assertThat(list("gaps"))
                .extracting(
                        line -> line.getField("issue") + ' ' + line.getField("code") + ' ' + line.getField("events"))
                .containsExactlyInAnyOrderElementsOf(truth.lines("gaps.jsonl").stream()
                        .map(gap -> "asapp:%s:issue:%s %s %s"
                                .formatted(
                                        company,
                                        JsonFile.required(gap, "issueId"),
                                        JsonFile.required(gap, "classification"),
                                        gap.path("events").asText()))
                        .toList());
    }

    @Test
    void theReportCountsBridgesAndRequests() throws IOException {
        JsonNode results = JsonFile.parse(Files.readString(work.resolve("run-results.json")));
        Map<String, Long> findings = new HashMap<>();
        results.path("findings")
                .forEach(finding -> findings.put(
                        JsonFile.required(finding, "code"),
                        finding.path("count").asLong()));
        long bridged = truth.conversations().stream()
                .filter(one -> JsonFile.required(one, "world").equals("BOTH"))
                .count();
        assertThat(findings)
                .containsEntry("BRIDGED", bridged)
                .containsEntry("REALTIME_ONLY", (long) truth.lines("gaps.jsonl").size())
                .containsKeys(
                        "API_REQUESTS", "API_SAVED", "UNBRIDGED", "ATTACHMENTS_STORED", "ATTACHMENTS_METADATA_ONLY")
                .doesNotContainKey("GONE_AT_SOURCE");
    }

    @Test
    void theReportSaysWhatWasReadOfTheConfigurationAndThatNothingWasGenerated() throws IOException {
        JsonNode results = JsonFile.parse(Files.readString(work.resolve("run-results.json")));
        Map<String, Long> rows = new HashMap<>();
        results.path("feeds")
                .forEach(feed -> rows.put(
                        JsonFile.required(feed, "feed"), feed.path("rows").asLong()));
        assertThat(rows)
                .containsEntry("structured_data_fields (configuration)", 50L)
                .containsEntry("segments (configuration)", 11L)
                .containsEntry("custom_vocabularies (configuration)", 45L)
                .containsEntry("canned_responses (configuration)", 60L)
                .containsEntry("canned_responses of agents (configuration)", 24L);
        assertThat(Files.readAllLines(work.resolve("asapp/calls.jsonl")))
                .isNotEmpty()
                .noneMatch(call -> call.contains("/autosummary/"));
    }

    @Test
    void mergedIssuesAreListedWithWhatTheyBecame() throws IOException {
        assertThat(list("merged").stream()
                        .filter(line -> line.getField("object").equals("conversation")))
                .extracting(line -> line.getField("key") + " into " + line.getField("into"))
                .containsExactlyInAnyOrderElementsOf(truth.conversations().stream()
                        .flatMap(conversation -> JsonFile.texts(conversation.path("aliasIssueIds")).stream()
                                .map(alias -> alias + " into " + JsonFile.text(conversation, "id")))
                        .toList());
    }

    @Test
    void incompleteConversationsAreListed() throws IOException {
        assertThat(list("incomplete"))
                .extracting(line -> line.getField("key") + ' ' + line.getField("code"))
                .containsExactlyInAnyOrderElementsOf(truth.incomplete().entrySet().stream()
                        .map(one -> one.getKey() + ' ' + one.getValue())
                        .toList());
    }

    private List<NamedCsvRecord> list(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(work.resolve("lists").resolve(name + ".csv"))) {
            return csv.stream().toList();
        }
    }

    private JsonNode caseOf(JsonNode conversation) {
        String id = JsonFile.required(conversation, "id");
        return Objects.requireNonNull(org.byKey("Case").get(id), id);
    }

    private List<JsonNode> under(Map<String, List<JsonNode>> children, JsonNode conversation) {
        return children.getOrDefault(JsonFile.required(caseOf(conversation), "Id"), List.of());
    }

    private JsonNode agentOf(Map<String, JsonNode> agents, String rep) {
        return Objects.requireNonNull(agents.get("asapp:" + company + ":rep:" + rep.replace("ext:", "ext-")), rep);
    }
}
