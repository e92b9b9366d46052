package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.local.intercom.calls.CallRecord;
import dev.ferry.local.intercom.workspace.FaultKind;
import dev.ferry.local.intercom.workspace.PlannedFault;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rule 17: faults, planned and by chance, before and after the deed.
class FaultsIT extends RunningWorkspace {
    private static final String CREATE = "POST /conversations";

    private IntercomApi.Answer create(String contact) {
        return api.post(
                "/conversations", "{\"from\":{\"type\":\"user\",\"id\":\"%s\"},\"body\":\"Hello\"}".formatted(contact));
    }

    private long conversations() {
        long n = 0;
        for (var all = simulator.dump("Conversation"); all.hasNext(); all.next()) {
            n++;
        }
        return n;
    }

    @Test
    void timesOutAfterTheDeed() {
        start();
        String contact = contact("joe@acme.example");
        simulator.plan(new PlannedFault(CREATE, FaultKind.STATUS_AFTER, 408, 1, 1));
        assertThat(create(contact).status()).isEqualTo(200);
        assertThat(create(contact).error()).isEqualTo("408 request_timeout");
        assertThat(create(contact).status()).isEqualTo(200);
        assertThat(conversations()).isEqualTo(3);
        assertThat(simulator.usage().done(CREATE)).isEqualTo(3);
        assertThat(simulator.calls())
                .filteredOn(call -> call.status() == 408)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.done()).isTrue();
                    assertThat(call.fault()).isEqualTo("STATUS_AFTER");
                });
    }

    @Test
    void answersErrorsBeforeTheDeed() {
        start();
        String contact = contact("joe@acme.example");
        for (int status : new int[] {429, 500, 502, 503, 504}) {
            simulator.plan(new PlannedFault(CREATE, FaultKind.STATUS, status, 0, 1));
            assertThat(create(contact).status()).isEqualTo(status);
        }
        assertThat(conversations()).isZero();
        assertThat(simulator.usage().done(CREATE)).isZero();
        assertThat(simulator.usage().asked()).containsEntry(CREATE, 5L);
    }

    @Test
    void breaksConnectionsBeforeAndAfterTheDeed() {
        start();
        String contact = contact("joe@acme.example");
        simulator.plan(new PlannedFault(CREATE, FaultKind.DROP, 500, 0, 1));
        assertThatThrownBy(() -> create(contact)).isInstanceOf(UncheckedIOException.class);
        assertThat(conversations()).isZero();
        simulator.plan(new PlannedFault(CREATE, FaultKind.DROP_AFTER, 500, 0, 1));
        assertThatThrownBy(() -> create(contact)).isInstanceOf(UncheckedIOException.class);
        assertThat(conversations()).isEqualTo(1);
        assertThat(simulator.calls()).filteredOn(call -> call.status() == 0).hasSize(2);
    }

    @Test
    void spoilsAnswersAndDeliversTwice() {
        start();
        String contact = contact("joe@acme.example");
        simulator.plan(new PlannedFault(CREATE, FaultKind.MALFORMED, 500, 0, 1));
        var cut = create(contact);
        assertThat(cut.status()).isEqualTo(200);
        assertThatThrownBy(cut::json).isInstanceOf(UncheckedIOException.class);
        simulator.plan(new PlannedFault(CREATE, FaultKind.TWICE, 500, 0, 1));
        assertThat(create(contact).status()).isEqualTo(200);
        assertThat(conversations()).isEqualTo(3);
    }

    @Test
    void takesFaultsAndKnobsFromOutside() {
        start();
        IntercomApi.checked(api.post(
                "/sim/v1/faults", "{\"call\":\"*\",\"kind\":\"STATUS\",\"status\":503,\"skip\":0,\"times\":2}"));
        assertThat(api.get("/sim/v1/faults").json()).hasSize(1);
        assertThat(api.get("/me").error()).isEqualTo("503 service_unavailable");
        IntercomApi.checked(api.send("DELETE", "/sim/v1/faults", ""));
        assertThat(api.get("/me").status()).isEqualTo(200);
        assertThat(api.send("PATCH", "/sim/v1/knobs", "{\"timeoutRate\":2}").status())
                .isEqualTo(400);
        assertThat(api.send("PATCH", "/sim/v1/knobs", "{\"nothing\":2}").body()).contains("no knob named nothing");
        assertThat(api.send("PATCH", "/sim/v1/knobs", "{\"clock\":null}").body())
                .contains("read at the start");
        assertThat(api.post("/sim/v1/faults", "{\"call\":\"*\",\"kind\":\"NONE\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/sim/v1/nothing").status()).isEqualTo(404);
        assertThat(api.get("/sim/v1/dump/Nothing").body()).contains("Contact, Conversation");
    }

    @Test
    void strikesByChance() {
        start(Map.of("error5xxRate", "0.5", "error5xxStatuses", "[503]"));
        for (int i = 0; i < 40; i++) {
            api.get("/me");
        }
        assertThat(simulator.calls()).extracting(CallRecord::status).contains(200, 503);
        knobs("{\"error5xxRate\":0,\"error429Rate\":1}");
        assertThat(api.get("/me").error()).isEqualTo("429 rate_limit_exceeded");
        knobs("{\"error429Rate\":0,\"timeoutRate\":1}");
        assertThat(api.get("/me").status()).isEqualTo(408);
        knobs("{\"timeoutRate\":0,\"lostAnswerRate\":1}");
        assertThatThrownBy(() -> api.get("/me")).isInstanceOf(UncheckedIOException.class);
        knobs("{\"lostAnswerRate\":0,\"latencyMs\":5}");
        assertThat(api.get("/me").status()).isEqualTo(200);
    }
}
