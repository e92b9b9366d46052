package dev.ferry.local.intercom;

import static dev.ferry.local.intercom.SourceRecords.all;
import static dev.ferry.local.intercom.SourceRecords.customer;
import static dev.ferry.local.intercom.SourceRecords.talk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.time.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A load that dies at random points, also between a create and the note of its id, ends like one that nobody
/// disturbed.
class KilledLoadIT extends RunningWorkspace {
    private static final long SEED = 20_261_126;
    private static final int KILLS = Integer.getInteger("ferry.kills", 50);
    private static final Map<String, List<Map<String, Object>>> SOURCE = all(
            List.of(customer("ines"), customer("omar")),
            List.of(talk("1", "ines", 8), talk("2", "ines", 5), talk("3", "omar", 7)));

    @Test
    void endsLikeAnUndisturbedLoadHoweverOftenItIsKilled() {
        start();
        Random random = new Random(SEED);
        Map<String, List<String>> undisturbed = life(new CrashingLedger(new InMemoryLedger(), random, 0));
        assertThat(undisturbed).hasSize(3);
        int kills = 0;
        while (kills < KILLS) {
            simulator.reset();
            CrashingLedger ledger = new CrashingLedger(new InMemoryLedger(), random, 0.1);
            assertThat(life(ledger)).as("%d kills in all, seed %d", kills, SEED).isEqualTo(undisturbed);
            kills += ledger.kills();
        }
        assertThat(simulator.notifications()).isEmpty();
    }

    private Map<String, List<String>> life(CrashingLedger ledger) {
        IntercomLoad load = new IntercomLoad(simulator.endpoint(), "r1", ledger, Map.of(), this::sleep);
        while (true) {
            try {
                assertThat(load.prepare()).isEmpty();
                Map<String, PhaseBooks> books = load.load(SOURCE);
                books.forEach((phase, book) ->
                        assertThat(book.balanced()).as("%s: %s", phase, book).isTrue());
                return threads();
            } catch (CrashingLedger.Killed killed) {
                // The next turn is the process that was started again.
            }
        }
    }

    private void sleep(Duration time) throws InterruptedException {
        if (time.toMillis() >= 1_000) {
            advance(time.toString());
        } else {
            Sleeper.system().sleep(time);
        }
    }

    /// What each conversation shows, by its mark: opening text, then every part with a text, then its state.
    private Map<String, List<String>> threads() {
        Map<String, List<String>> threads = new TreeMap<>();
        simulator.dump("Conversation").forEachRemaining(conversation -> {
            List<String> lines = new ArrayList<>();
            lines.add(conversation.path("source").path("body").asText());
            for (JsonNode part : conversation.path("conversation_parts").path("conversation_parts")) {
                if (part.path("body").isTextual()) {
                    lines.add(
                            part.path("created_at").asLong() + part.path("body").asText());
                }
            }
            lines.add(conversation.path("state").asText()
                    + conversation.path("admin_assignee_id").asText());
            threads.merge(
                    conversation
                            .path("custom_attributes")
                            .path("asapp_conversation_id")
                            .asText(),
                    lines,
                    (one, other) -> {
                        one.addAll(other);
                        return one;
                    });
        });
        return threads;
    }
}
