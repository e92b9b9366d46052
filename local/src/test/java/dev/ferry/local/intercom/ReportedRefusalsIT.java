package dev.ferry.local.intercom;

import static dev.ferry.local.intercom.SourceRecords.all;
import static dev.ferry.local.intercom.SourceRecords.customer;
import static dev.ferry.local.intercom.SourceRecords.talk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.time.Sleeper;
import dev.ferry.local.intercom.workspace.FaultKind;
import dev.ferry.local.intercom.workspace.PlannedFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the workspace refuses for good: each refusal is in the report, with what a person can do; and what it holds
/// already, which is not overwritten.
class ReportedRefusalsIT extends RunningWorkspace {
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

    private void loads(IntercomLoad load, Map<String, List<Map<String, Object>>> records) {
        load.load(records)
                .forEach((phase, books) ->
                        assertThat(books.balanced()).as(phase + " " + books).isTrue());
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
