package dev.ferry.local.intercom;

import static dev.ferry.local.intercom.SourceRecords.all;
import static dev.ferry.local.intercom.SourceRecords.customer;
import static dev.ferry.local.intercom.SourceRecords.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.time.Sleeper;
import dev.ferry.local.intercom.workspace.FaultKind;
import dev.ferry.local.intercom.workspace.PlannedFault;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What the workspace refuses for good: each refusal is in the report, with what a person can do; and what it holds
/// already, which is not overwritten.
class ReportedRefusalsIT extends RunningWorkspace {
    private static final String REPLY = "POST /conversations/{id}/reply";

    private final InMemoryLedger ledger = new InMemoryLedger();

    /// Long waits are waited in the workspace's time.
    private void sleep(Duration time) throws InterruptedException {
        if (time.toMillis() >= 1_000) {
            advance(time.toString());
        } else {
            Sleeper.system().sleep(time);
        }
    }

    private IntercomLoad prepared(Map<String, String> options) {
        IntercomLoad load = new IntercomLoad(simulator.endpoint(), "r", ledger, options, this::sleep);
        assertThat(load.prepare()).isEmpty();
        return load;
    }

    private IntercomLoad again(String run, Map<String, String> options, IntercomLoad.Time time) {
        IntercomLoad load = new IntercomLoad(simulator.endpoint(), run, ledger, options, time);
        assertThat(load.prepare()).isEmpty();
        return load;
    }

    /// Time that goes on when somebody waits, by as much as they wait.
    private static IntercomLoad.Time jumping() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(NOW));
        InstantSource source = now::get;
        return new IntercomLoad.Time(
                source.withZone(ZoneOffset.UTC), time -> now.updateAndGet(before -> before.plus(time)));
    }

    private void loads(IntercomLoad load, Map<String, List<Map<String, Object>>> records) {
        load.load(records)
                .forEach((phase, books) ->
                        assertThat(books.balanced()).as(phase + " " + books).isTrue());
    }

    private static void wait(IntercomLoad.Time time, Duration duration) {
        try {
            time.sleeper().sleep(duration);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private long parts() {
        long parts = 0;
        for (var all = simulator.dump("Conversation"); all.hasNext(); ) {
            parts += all.next()
                    .path("conversation_parts")
                    .path("conversation_parts")
                    .valueStream()
                    .filter(part -> part.path("body").isTextual())
                    .count();
        }
        return parts;
    }

    private JsonNode only(String object) {
        List<JsonNode> all = new ArrayList<>();
        simulator.dump(object).forEachRemaining(all::add);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void saysToLookAtAContactThatStaysUnfound() {
        start();
        IntercomLoad load = prepared(Map.of());
        knobs("{\"messagingDelay\":\"PT1H\"}");

        loads(load, all(List.of(customer("ines")), List.of(talk("1", "ines", 2))));

        assertThat(load.failed("Conversation"))
                .singleElement()
                .asString()
                .isEqualTo("not_found | Look in Intercom whether somebody deleted it.");
    }

    @Test
    void saysToTakeASmallerShareWhenThePaceIsRefusedForLongAndLosesNothing() {
        start();
        IntercomLoad.Time time = jumping();
        IntercomLoad load = again("r", Map.of(), time);
        simulator.plan(new PlannedFault(REPLY, FaultKind.STATUS, 429, 0, 27));
        var records = all(List.of(customer("ines")), List.of(talk("1", "ines", 4)));

        loads(load, records);

        assertThat(load.failed("Message"))
                .contains(
                        "rate_limit_exceeded | Run again, with a smaller share of the limit"
                                + " (target.options.limitSharePercent).",
                        "held_back | See the older message; run again.");
        loads(again("r2", Map.of(), time), records);
        assertThat(parts()).isEqualTo(3);
        assertThat(only("Conversation").path("state").asText())
                .as("a late message of the contact has opened it, and it is closed again")
                .isEqualTo("closed");
    }

    @Test
    void parksWhenNothingIsTakenForTenMinutesAndGoesOnWhereItStopped() {
        start();
        IntercomLoad.Time time = jumping();
        IntercomLoad load = again("r", Map.of("parallel", "1"), time);
        simulator.plan(new PlannedFault(REPLY, FaultKind.STATUS, 429, 0, 61));
        List<Map<String, Object>> customers = new ArrayList<>();
        List<Map<String, Object>> talks = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            customers.add(customer("c" + number));
            talks.add(talk("t" + number, "c" + number, 4));
        }
        var records = all(customers, talks);

        assertThatThrownBy(() -> load.load(records)).isInstanceOfSatisfying(FerryException.class, parked -> {
            assertThat(parked.code()).isEqualTo(ErrorCode.QUOTA_SPENT);
            assertThat(parked)
                    .hasMessageMatching("Could not .* before 2026-03-05T.*Z: PARKED.*Redrive the execution.*");
        });

        assertThat(load.failed("Message")).isEmpty();
        wait(time, Duration.ofMinutes(11));
        loads(load, records);
        assertThat(parts()).isEqualTo(12 * 3);
    }

    @Test
    void saysToLowerTheSizesWhenIntercomTakesNoFilesOfThatSize() {
        start(Map.of("maxFileBytes", "1000"));
        IntercomLoad load = prepared(Map.of());
        String sha =
                load.files.put(new ByteArrayInputStream(new byte[2_000])).hash().hex();
        Map<String, Object> talk = new HashMap<>(talk("1", "ines", 4));
        Map<String, Object> second = SourceRecords.message("asapp:acme:conv:1", 1, "AGENT");
        second.put("attachmentIds", List.of("asapp:acme:file:1"));
        List<Object> messages = new ArrayList<>((List<?>) talk.getOrDefault("messages", List.of()));
        messages.set(1, second);
        talk.put("messages", messages);
        talk.put(
                "attachments",
                List.of(Map.of(
                        "id", "asapp:acme:file:1", "fileName", "f.bin", "contentSize", 2_000, "contentSha256", sha)));
        var records = all(List.of(customer("ines")), List.of(talk));

        loads(load, records);

        assertThat(load.failed("Message"))
                .singleElement()
                .asString()
                .isEqualTo(
                        "too_large | Lower target.options.maxRequestBytes, or maxFileBytes for a single file, and run"
                                + " again; larger files are named in the message and stay in Ferry's store.");
        assertThat(parts()).isEqualTo(2);
        loads(again("r2", Map.of("maxFileBytes", "1000"), jumping()), records);
        assertThat(parts()).isEqualTo(3);
        assertThat(only("Conversation").toString()).contains("f.bin (2000 bytes) is too large for Intercom");
    }

    @Test
    void saysToRunAgainWhenACreateIsNotAnsweredInTime() {
        start();
        IntercomLoad load = prepared(Map.of());
        simulator.plan(new PlannedFault("POST /conversations", FaultKind.STATUS, 408, 0, 9));
        var records = all(List.of(customer("ines")), List.of(talk("1", "ines", 2)));

        loads(load, records);

        assertThat(load.failed("Conversation"))
                .singleElement()
                .asString()
                .isEqualTo("request_timeout | Wait and try again.");
        loads(again("r2", Map.of(), jumping()), records);
        assertThat(only("Conversation").path("state").asText()).isEqualTo("closed");
    }

    @Test
    void saysToPauseLongerWhenTheThrottleOnRepliesDoesNotEnd() {
        start(Map.of("repliesPerConversation", "1", "replyWindow", "PT1H"));
        IntercomLoad load = prepared(Map.of());

        loads(load, all(List.of(customer("ines")), List.of(talk("1", "ines", 4))));

        assertThat(load.failed("Message"))
                .contains(
                        "too_many_replies | Run again, with a longer pause between replies"
                                + " (target.options.replyPauseMillis).",
                        "held_back | See the older message; run again.");
    }

    @Test
    void saysWhatToDoAboutAStructuredFieldWhoseAttributeIsOfAnotherType() {
        start();
        api.ok("/conversations/attributes", "{\"name\":\"asapp_refunds\",\"data_type\":\"boolean\"}");
        IntercomLoad load = prepared(Map.of());
        Map<String, List<Map<String, Object>>> records =
                new HashMap<>(all(List.of(customer("ines")), List.of(talk("1", "ines", 2))));
        Map<String, Object> field = new HashMap<>();
        field.put("id", "asapp:acme:field:refunds");
        field.put("item", "structuredDataField");
        field.put("fieldId", "refunds");
        field.put("name", "Refunds");
        field.put("values", 3);
        field.put("inferredType", "NUMBER");
        records.put("configuration", List.of(field));

        loads(load, records);

        assertThat(load.failed("StructuredField"))
                .singleElement()
                .asString()
                .startsWith("type_clash | A type cannot be changed: archive the attribute under another name");
    }

    @Test
    void fillsOnlyWhatIsEmptyInACompanyThatNoListShows() {
        start();
        api.ok("/companies", "{\"company_id\":\"acme.example\",\"name\":\"Theirs\"}");
        IntercomLoad load = prepared(Map.of());

        loads(load, all(List.of(customer("ines")), List.of()));

        assertThat(only("Company").path("name").asText()).isEqualTo("Theirs");
        assertThat(only("Company").path("website").asText()).isEqualTo("https://acme.example");
    }

    @Test
    void waitsForTheScrollOfSomebodyElse() {
        start();
        IntercomLoad load = prepared(Map.of());
        IntercomApi.checked(api.get("/companies/scroll"));

        loads(load, all(List.of(customer("ines")), List.of()));

        assertThat(only("Company").path("name").asText()).isEqualTo("Acme");
    }

    @Test
    void makesATicketOfAConversationOnceAlthoughTheAnswerIsLost() {
        start();
        String type = api.get("/ticket_types").text("/data/0/id");
        IntercomLoad load = prepared(Map.of("ticketType", type));
        simulator.plan(new PlannedFault("POST /conversations/{id}/convert", FaultKind.STATUS_AFTER, 408, 0, 1));

        loads(load, all(List.of(customer("ines")), List.of(talk("1", "ines", 3))));

        assertThat(only("Conversation").path("ticket").isObject()).isTrue();
        assertThat(simulator.usage().done("POST /conversations/{id}/convert")).isEqualTo(1);
        assertThat(only("Conversation").path("state").asText()).isEqualTo("closed");
    }
}
