package dev.ferry.local.intercom;

import static dev.ferry.local.intercom.SourceRecords.company;
import static dev.ferry.local.intercom.SourceRecords.customer;
import static dev.ferry.local.intercom.SourceRecords.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.rollback.RollbackRun;
import dev.ferry.core.rollback.UndoBooks;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.time.Sleeper;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// A run into a workspace that others use is undone: what was there before is there again, and nothing else.
@NullUnmarked
class RollbackIT extends RunningWorkspace {
    private static final long SEED = 20_261_126;
    private static final int KILLS = Integer.getInteger("ferry.rollbackKills", 6);
    private static final List<String> OBJECTS = List.of("Contact", "Company", "Conversation", "Tag");

    private final List<RunRecord> runs = new ArrayList<>();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private Map<String, List<Map<String, Object>>> source;
    private String omar;
    private Duration passed = Duration.ZERO;
    private Instant started;

    private IntercomLoad load(String run, Ledger into) {
        IntercomLoad load = new IntercomLoad(
                simulator.endpoint(), run, into, Map.of(), new IntercomLoad.Time(clock(), this::sleep));
        runs.removeIf(record -> record.runId().equals(run));
        runs.add(load.registered());
        assertThat(load.prepare()).isEmpty();
        return load;
    }

    private Clock clock() {
        InstantSource time = () -> Instant.ofEpochSecond(NOW)
                .plus(passed)
                .plus(Duration.between(started, Clock.systemUTC().instant()));
        return time.withZone(ZoneOffset.UTC);
    }

    @Override
    void advance(String duration) {
        super.advance(duration);
        passed = passed.plus(Duration.parse(duration));
    }

    private void sleep(Duration time) throws InterruptedException {
        if (time.toMillis() >= 1_000) {
            advance(time.toString());
        } else {
            Sleeper.system().sleep(time);
        }
    }

    /// A workspace with people of its own, one of whom the run will meet.
    private void populate() {
        start(Map.of("clockSpeed", "1"));
        started = Clock.systemUTC().instant();
        omar = contact("Omar@acme.example");
        api.put("/contacts/" + omar, "{\"name\":\"Omar of old\"}");
        String stranger = contact("stranger@elsewhere.example");
        String company = api.ok("/companies", "{\"company_id\":\"elsewhere.example\",\"name\":\"Elsewhere\"}")
                .id();
        api.ok("/contacts/" + stranger + "/companies", "{\"id\":\"%s\"}".formatted(company));
        String conversation = conversation(stranger);
        String tag = api.ok("/tags", "{\"name\":\"Of old\"}").id();
        api.ok("/conversations/" + conversation + "/tags", "{\"id\":\"%s\",\"admin_id\":\"%s\"}".formatted(tag, ANN));
        source = source();
        advance("PT1H");
    }

    private static Map<String, List<Map<String, Object>>> source() {
        Map<String, Object> first = new HashMap<>(talk("1", "ines", 4));
        first.put("segments", List.of("vip"));
        first.put("structuredData", List.of(Map.of("fieldId", "plan", "value", "gold")));
        Map<String, Object> segment = Map.of(
                "id", "asapp:acme:config:config_segments:vip", "item", "segment", "segmentId", "vip", "name", "Vip");
        Map<String, Object> field = Map.of(
                "id",
                "asapp:acme:config:structured_data_fields:plan",
                "item",
                "structuredDataField",
                "fieldId",
                "plan",
                "name",
                "Plan",
                "inferredType",
                "TEXT",
                "values",
                1);
        return Map.of(
                "configuration",
                List.of(segment, field),
                "organization",
                List.of(company()),
                "customer",
                List.of(customer("ines"), customer("omar")),
                "conversation",
                List.of(first, talk("2", "omar", 3)));
    }

    /// What the workspace holds, without what nobody can set: times of changes and values that are empty.
    private Map<String, List<JsonNode>> holdings() {
        Map<String, List<JsonNode>> all = new TreeMap<>();
        for (String object : OBJECTS) {
            List<JsonNode> records = new ArrayList<>();
            simulator.dump(object).forEachRemaining(record -> records.add(stripped(record.deepCopy())));
            all.put(object, records);
        }
        return all;
    }

    private static JsonNode stripped(JsonNode record) {
        if (record instanceof ObjectNode object) {
            object.remove("updated_at");
            List<String> empty = new ArrayList<>();
            object.properties().forEach(entry -> {
                stripped(entry.getValue());
                if (entry.getValue().isNull()) {
                    empty.add(entry.getKey());
                }
            });
            object.remove(empty);
        } else {
            record.forEach(RollbackIT::stripped);
        }
        return record;
    }

    private Map<String, UndoBooks> rollback(IntercomLoad load, RollbackRun rollback) {
        Map<String, UndoBooks> books = load.rollback(rollback, runs);
        books.forEach((object, book) ->
                assertThat(book.balanced()).as("%s: %s", object, book).isTrue());
        return books;
    }

    private static Map<String, PhaseBooks> balanced(Map<String, PhaseBooks> books) {
        books.forEach((phase, book) ->
                assertThat(book.balanced()).as("%s: %s", phase, book).isTrue());
        return books;
    }

    private static Map<String, Long> created(Map<String, PhaseBooks> books) {
        Map<String, Long> created = new TreeMap<>();
        books.forEach((phase, book) -> created.put(phase, book.terms().getOrDefault("created", 0L)));
        return created;
    }

    private List<String> liveAttributes(String object) {
        List<String> live = new ArrayList<>();
        simulator.dump(object).forEachRemaining(attribute -> {
            if (!attribute.path("archived").asBoolean()) {
                live.add(attribute.path("name").asText());
            }
        });
        return live;
    }

    @Test
    void leavesWhatWasThereBeforeAndLoadsAgainAsIfNothingHadBeen() {
        populate();
        Map<String, List<JsonNode>> before = holdings();
        IntercomLoad first = load("r1", ledger);
        Map<String, Long> created = created(balanced(first.load(source)));
        assertThat(holdings()).isNotEqualTo(before);

        Map<String, UndoBooks> books = rollback(first, new RollbackRun("r1", "b1", false));

        assertThat(holdings()).isEqualTo(before);
        assertThat(books.get("Conversation").sum("removed")).isEqualTo(2);
        assertThat(books.get("Message").sum("removed")).isEqualTo(7);
        assertThat(books.get("Contact").phases().get("Contact"))
                .containsEntry("removed", 1L)
                .containsEntry("restored", 1L);
        assertThat(liveAttributes("DataAttribute")).isEmpty();
        assertThat(liveAttributes("ConversationAttribute")).isEmpty();
        assertThat(books.get("PreparedAttribute").sum("left")).isGreaterThan(10);
        assertThat(simulator.notifications()).isEmpty();

        IntercomLoad second = load("r2", ledger);
        assertThat(created(balanced(second.load(source)))).isEqualTo(created);
        rollback(second, new RollbackRun("r2", "b2", false));
        assertThat(holdings()).isEqualTo(before);
    }

    @Test
    void sparesWhatPeopleHaveChangedAndWhatThatHangsOn() {
        populate();
        Map<String, List<JsonNode>> before = holdings();
        IntercomLoad load = load("r1", ledger);
        balanced(load.load(source));
        advance("PT10M");
        String touched = withMark("asapp:acme:conv:1");
        api.ok("/conversations/" + touched + "/reply", comment("I look into it"));
        api.put("/contacts/" + omar, "{\"name\":\"Omar by another name\"}");

        RollbackRun rollback = new RollbackRun("r1", "b1", false);
        Map<String, UndoBooks> books = rollback(load, rollback);

        assertThat(load.kept(rollback, "Conversation")).containsExactly("spared asapp:acme:conv:1 changed_since");
        assertThat(books.get("Message").sum("spared")).isEqualTo(4);
        assertThat(load.kept(rollback, "Contact"))
                .containsExactlyInAnyOrder(
                        "spared asapp:acme:cust:ines has_conversations", "spared asapp:acme:cust:omar changed_since");
        assertThat(load.kept(rollback, "Company")).containsExactly("spared asapp:acme:org:acme.example has_contacts");
        assertThat(load.kept(rollback, "Tag")).hasSize(1);
        assertThat(liveAttributes("ConversationAttribute")).contains("asapp_plan", "asapp_conversation_id");
        assertThat(holdings().get("Conversation")).hasSize(2);

        rollback(load, new RollbackRun("r1", "b2", true));

        api.put("/contacts/" + omar, "{\"name\":\"Omar of old\"}");
        assertThat(holdings()).isEqualTo(before);
        assertThat(liveAttributes("ConversationAttribute")).isEmpty();
    }

    @Test
    void endsTheSameHoweverOftenItIsKilled() {
        populate();
        Map<String, List<JsonNode>> before = holdings();
        Random random = new Random(SEED);
        int kills = 0;
        for (int life = 0; kills < KILLS; life++) {
            IntercomLoad load = load("r" + life, ledger);
            balanced(load.load(source));
            CrashingLedger crashing = new CrashingLedger(ledger, random, 0.2);
            untilDone(load.over(crashing), new RollbackRun("r" + life, "b", false));
            assertThat(holdings()).as("seed %d, %d kills", SEED, kills).isEqualTo(before);
            kills += Math.max(1, crashing.kills());
        }
    }

    @Test
    void undoesARunThatDiedWithAChunkOnItsWay() {
        populate();
        Map<String, List<JsonNode>> before = holdings();
        long noted = 0;
        boolean died = true;
        // A phase writes its staging and its outcomes, and each can die before and after: this is before the outcomes.
        for (int notes = 2; died; notes += 4) {
            String run = "r" + notes;
            IntercomLoad load = load(run, ledger);
            died = dies(load, notes);
            noted += load.over(ledger).settleOpenChunks();
            rollback(load, new RollbackRun(run, "b", false));
            assertThat(holdings()).as("died at note %d", notes).isEqualTo(before);
        }
        assertThat(noted).as("of some chunks the ledger knew nothing").isPositive();
    }

    private boolean dies(IntercomLoad load, int notes) {
        try {
            load.over(new CrashingLedger(ledger, new Countdown(notes), 1)).load(source);
            return false;
        } catch (CrashingLedger.Killed killed) {
            return true;
        }
    }

    /// Strikes once, after so many questions.
    private static final class Countdown extends Random {
        @Serial
        private static final long serialVersionUID = 1L;

        private int left;

        Countdown(int left) {
            this.left = left;
        }

        @Override
        public double nextDouble() {
            return left-- == 0 ? 0 : 1;
        }
    }

    private void untilDone(IntercomLoad load, RollbackRun rollback) {
        while (true) {
            try {
                rollback(load, rollback);
                return;
            } catch (CrashingLedger.Killed killed) {
                // The next turn is the process that was started again.
            }
        }
    }

    @Test
    void givesBackWhatALaterRunChangedAndUndoesTheLaterRunFirst() {
        populate();
        Map<String, List<JsonNode>> before = holdings();
        IntercomLoad first = load("r1", ledger);
        balanced(first.load(source));
        Map<String, List<JsonNode>> afterFirst = holdings();
        advance("PT10M");
        Map<String, List<Map<String, Object>>> changed = new HashMap<>(source);
        Map<String, Object> ines = new HashMap<>(customer("ines"));
        ines.put("name", "Ines the second");
        changed.put("customer", List.of(ines, customer("omar")));
        IntercomLoad second = load("r2", ledger);
        balanced(second.load(changed));

        assertThatThrownBy(() -> first.rollback(new RollbackRun("r1", "b1", false), runs))
                .hasMessageContaining("ferry rollback r2");
        rollback(second, new RollbackRun("r2", "b2", false));
        assertThat(holdings()).isEqualTo(afterFirst);
        rollback(first, new RollbackRun("r1", "b3", false));
        assertThat(holdings()).isEqualTo(before);
    }

    private String withMark(String mark) {
        List<String> ids = new ArrayList<>();
        simulator.dump("Conversation").forEachRemaining(conversation -> {
            if (conversation
                    .path("custom_attributes")
                    .path("asapp_conversation_id")
                    .asText()
                    .equals(mark)) {
                ids.add(conversation.path("id").asText());
            }
        });
        return ids.getFirst();
    }
}
