package dev.ferry.local.intercom;

import static dev.ferry.local.intercom.SourceRecords.all;
import static dev.ferry.local.intercom.SourceRecords.customer;
import static dev.ferry.local.intercom.SourceRecords.talk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.time.Sleeper;
import dev.ferry.local.intercom.workspace.FaultKind;
import dev.ferry.local.intercom.workspace.PlannedFault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Loads into a workspace and what the workspace does about it: every call is held against the official
/// description.
class LoadingIT extends RunningWorkspace {
    private static final Duration LONG = Duration.ofSeconds(1);
    private final InMemoryLedger ledger = new InMemoryLedger();
    private int runs;

    /// Waits as long as it must for the pace; what is longer is waited in the workspace's time.
    private void sleep(Duration time) throws InterruptedException {
        // The push of the budget, ten seconds, is real time; all other long waits are the workspace's.
        boolean push = time.toMillis() > 8_500 && time.toMillis() <= 10_000;
        if (time.compareTo(LONG) >= 0 && !push) {
            advance(time.toString());
        } else {
            Sleeper.system().sleep(time.compareTo(LONG) > 0 ? LONG : time);
        }
    }

    private IntercomLoad load(Map<String, String> options) {
        return new IntercomLoad(simulator.endpoint(), "r" + runs++, ledger, options, this::sleep);
    }

    private IntercomLoad prepared() {
        IntercomLoad load = load(Map.of());
        assertThat(load.prepare()).isEmpty();
        return load;
    }

    private List<JsonNode> held(String object) {
        List<JsonNode> all = new ArrayList<>();
        simulator.dump(object).forEachRemaining(all::add);
        return all;
    }

    private List<String> bodies() {
        return held("Conversation")
                .getFirst()
                .path("conversation_parts")
                .path("conversation_parts")
                .valueStream()
                .filter(part -> part.path("body").isTextual())
                .map(part -> part.path("body").asText())
                .toList();
    }

    private static void balanced(Map<String, PhaseBooks> books) {
        books.forEach((phase, book) ->
                assertThat(book.balanced()).as(phase + " " + book).isTrue());
    }

    private static Map<String, Long> adjusted(Map<String, PhaseBooks> books, String phase) {
        Map<String, Long> adjusted = new HashMap<>();
        books.forEach((name, book) -> {
            if (name.equals(phase)) {
                adjusted.putAll(book.terms());
            }
        });
        adjusted.keySet().removeIf(term -> !term.startsWith("adjusted."));
        return adjusted;
    }

    private long done(String route) {
        return simulator.usage().done(route);
    }

    @Test
    void aConversationTakesThePlannedCallsAndASecondRunNone() {
        start();
        IntercomLoad load = prepared();
        long before = simulator.usage().done().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long reads = reads();
        var source = all(List.of(customer("ines")), List.of(talk("1", "ines", 6)));

        Map<String, PhaseBooks> books = load.load(source);

        balanced(books);
        long made = simulator.usage().done().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()
                - before
                - (reads() - reads);
        long planned = books.values().stream()
                .mapToLong(book -> book.terms().getOrDefault("planned calls", 0L))
                .sum();
        assertThat(made).isEqualTo(planned).isEqualTo(2 + 2 + 2 + 5 + 2);
        assertThat(bodies()).hasSize(5);
        assertThat(held("Conversation").getFirst().path("state").asText()).isEqualTo("closed");
        assertThat(held("Notification")).isEmpty();
        long writes = writes();
        balanced(load(Map.of()).load(source));
        assertThat(writes()).isEqualTo(writes);
    }

    private long reads() {
        return simulator.usage().done().entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith("GET ") || entry.getKey().endsWith("/search"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long writes() {
        return simulator.usage().done().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()
                - reads();
    }

    @Test
    void linksALiveTwinThatTheSearchDoesNotFindYetAndFillsWhatIsEmpty() {
        start(Map.of("indexDelay", "PT1H"));
        String id = contact("INES@acme.example");

        balanced(prepared().load(all(List.of(customer("ines")), List.of())));

        assertThat(held("Contact"))
                .filteredOn(one -> one.path("id").asText().equals(id))
                .singleElement()
                .satisfies(twin -> {
                    assertThat(twin.path("name").asText()).isEqualTo("ines");
                    assertThat(twin.path("external_id").asText("")).doesNotContain("asapp");
                    assertThat(twin.path("companies").path("data")).hasSize(1);
                });
    }

    @Test
    void takesAnArchivedTwinOutOfTheArchive() {
        start();
        String id = contact("ines@acme.example");
        api.ok("/contacts/" + id + "/archive", "{}");

        balanced(prepared().load(all(List.of(customer("ines")), List.of())));

        assertThat(held("Contact"))
                .filteredOn(one -> one.path("id").asText().equals(id))
                .hasSize(1);
    }

    @Test
    void reportsATwinThatCannotBeRestored() {
        start();
        String id = contact("ines@acme.example");
        IntercomApi.checked(api.post("/sim/v1/contacts/" + id + "/unrestorable", "{\"why\":\"merged\"}"));
        IntercomLoad load = prepared();

        balanced(load.load(all(List.of(customer("ines"), customer("omar")), List.of())));

        assertThat(load.failed("Contact"))
                .singleElement()
                .asString()
                .startsWith("not_restorable | The contact was merged");
    }

    @Test
    void waitsForAContactThatCannotBeWrittenToYet() {
        start(Map.of("messagingDelay", "PT5S"));

        balanced(prepared().load(all(List.of(customer("ines")), List.of(talk("1", "ines", 2)))));

        assertThat(held("Conversation")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS_AFTER", "DROP_AFTER", "MALFORMED"})
    void makesNothingTwiceWhenTheAnswerOfACreateIsLost(FaultKind kind) {
        start();
        IntercomLoad load = prepared();
        simulator.plan(new PlannedFault("POST /conversations", kind, 408, 0, 1));
        simulator.plan(new PlannedFault("POST /conversations/{id}/reply", kind, 408, 1, 1));

        balanced(load.load(all(List.of(customer("ines")), List.of(talk("1", "ines", 6)))));

        assertThat(held("Conversation")).hasSize(1);
        assertThat(bodies()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void waitsOutTheThrottleOnRepliesOfOneConversation() {
        start(Map.of("repliesPerConversation", "3", "replyWindow", "PT10S"));

        balanced(prepared().load(all(List.of(customer("ines")), List.of(talk("1", "ines", 9)))));

        assertThat(bodies()).hasSize(8);
    }

    @Test
    void sendsAgainWhatWasRefusedForItsPace() {
        start();
        IntercomLoad load = prepared();
        simulator.plan(new PlannedFault("POST /conversations/{id}/reply", FaultKind.STATUS, 429, 1, 1));

        balanced(load.load(all(List.of(customer("ines")), List.of(talk("1", "ines", 4)))));

        assertThat(bodies()).hasSize(3);
    }

    @Test
    void refusesToStartWithAnAttributeOfAnotherTypeOrOneOfTheOtherModel() {
        start();
        api.ok("/conversations/attributes", "{\"name\":\"asapp_rating\",\"data_type\":\"string\"}");
        api.ok("/data_attributes", "{\"name\":\"asapp_contact_id\",\"model\":\"company\",\"data_type\":\"string\"}");

        assertThat(load(Map.of()).prepare())
                .anyMatch(line ->
                        line.contains("asapp_rating of a conversation is of type STRING, the mapping needs DECIMAL"))
                .anyMatch(line -> line.contains("a company has an attribute asapp_contact_id already"));
    }

    @Test
    void refusesToStartWhileTheInterlockIsOpen() {
        start();

        assertThat(load(Map.of("confirmedOff", "workflows")).prepare())
                .singleElement()
                .asString()
                .contains("fin, outbound");
    }

    @Test
    void balancesAThreadThatIsLongerThanIntercomShows() {
        start();

        Map<String, PhaseBooks> books =
                prepared().load(all(List.of(customer("ines")), List.of(talk("1", "ines", 501 + 1))));

        balanced(books);
        assertThat(bodies()).hasSize(501);
        assertThat(adjusted(books, "ConversationState"))
                .containsExactly(
                        Map.entry("adjusted.messages.MORE_THAN_500_SO_OLDER_ONES_ARE_VERIFIED_BY_THEIR_NUMBER", 1L));
    }

    @Test
    void carriesElevenFilesInTwoPartsAndLeavesALargeOneWithALine() {
        start();
        IntercomLoad load = load(Map.of("maxFileBytes", "1000"));
        assertThat(load.prepare()).isEmpty();
        Map<String, Object> conversation = new HashMap<>(talk("1", "ines", 2));
        List<Map<String, Object>> attachments = new ArrayList<>(IntStream.range(0, 11)
                .mapToObj(number -> file(load, number, 100))
                .toList());
        attachments.add(file(load, 11, 2_000));
        conversation.put("attachments", attachments);
        Map<String, Object> second = SourceRecords.message("asapp:acme:conv:1", 1, "AGENT");
        second.put(
                "attachmentIds", attachments.stream().map(one -> one.get("id")).toList());
        conversation.put("messages", List.of(SourceRecords.message("asapp:acme:conv:1", 0, "CUSTOMER"), second));

        Map<String, PhaseBooks> books = load.load(all(List.of(customer("ines")), List.of(conversation)));

        balanced(books);
        assertThat(adjusted(books, "Message"))
                .containsEntry("adjusted.files.TOO_LARGE_SO_NAMED_IN_THE_MESSAGE_AND_KEPT_BY_FERRY", 1L)
                .containsEntry("adjusted.files.TOO_MANY_FOR_ONE_PART_SO_SENT_IN_FURTHER_PARTS", 1L);
        assertThat(bodies()).hasSize(2);
        assertThat(bodies().getFirst())
                .contains("[attachment f11.txt (2000 bytes) is too large for Intercom, kept as ");
        assertThat(bodies().getLast()).isEqualTo("<p>[1 more attachments]</p>");
        assertThat(done("POST /conversations/{id}/reply")).isEqualTo(2 + 1);
    }

    private static Map<String, Object> file(IntercomLoad load, int number, int size) {
        byte[] bytes = (number + "x".repeat(size)).substring(0, size).getBytes(StandardCharsets.UTF_8);
        String sha = load.files.put(new ByteArrayInputStream(bytes)).hash().hex();
        return Map.of(
                "id",
                "asapp:acme:file:" + number,
                "fileName",
                "f" + number + ".txt",
                "mimeType",
                "text/plain",
                "contentSize",
                size,
                "contentSha256",
                sha);
    }
}
