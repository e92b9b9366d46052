package dev.ferry.core.rollback;

import static dev.ferry.core.rollback.RecordedUndoer.OWNER;
import static dev.ferry.core.rollback.RecordedUndoer.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.LedgerEntry.Loaded;
import dev.ferry.core.load.LedgerEntry.Operation;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.InMemoryWorkStore;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.RunFiles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class RollbackTest {
    private static final Instant BEGAN = Instant.parse("2026-03-05T12:00:00Z");
    private static final BucketCount BUCKETS = new BucketCount(2);
    private static final RollbackRun ROLLBACK = new RollbackRun("r1", "b1", false);

    private final InMemoryWorkStore work = new InMemoryWorkStore();
    private final InMemoryLedger ledger = new InMemoryLedger(BUCKETS);
    private final RecordedUndoer undoer = new RecordedUndoer();
    private List<RunRecord> runs = List.of(run("r1", BEGAN));

    private static RunRecord run(String id, Instant at) {
        return new RunRecord("m", id, "config", "hash", at);
    }

    private static Loaded loaded(String key, String run, String id, Operation operation, List<String> filled) {
        ContentHash hash = ContentHash.of(new TreeMap<>());
        return new Loaded(new CanonicalId(key), run, "Phase", id, operation, filled, hash, hash, BEGAN.plusSeconds(60));
    }

    private void created(ObjectName object, String key, String id) {
        ledger.put(object, List.of(loaded(key, "r1", id, Operation.CREATED, List.of())));
    }

    private Map<String, UndoBooks> rollback(RollbackRun rollback) {
        RollbackPlan plan = new PlanRollback(work, ledger, undoer, BUCKETS).plan(rollback, runs);
        Map<String, UndoBooks> books = new TreeMap<>();
        for (String name : plan.objects()) {
            ObjectName object = new ObjectName(name);
            for (int bucket = 0; bucket < BUCKETS.value(); bucket++) {
                undo(rollback, plan, object, bucket);
            }
            books.put(name, new BalanceUndo(work, ledger, BUCKETS).balance(rollback, plan, object));
        }
        return books;
    }

    // No time at all: every call undoes one batch.
    private void undo(RollbackRun rollback, RollbackPlan plan, ObjectName object, int bucket) {
        UndoBucket undo = new UndoBucket(work, ledger, undoer, InstantSource.fixed(BEGAN));
        UndoBucket.Share share = new UndoBucket.Share(rollback, plan, object, new Bucket(bucket), BEGAN);
        for (int turn = 0; turn < 20; turn++) {
            if (undo.undo(share).done()) {
                return;
            }
        }
        throw new AssertionError("undoing does not end");
    }

    @Test
    void removesWhatTheRunMadeAndRestoresWhatItFilled() {
        for (int i = 0; i < 7; i++) {
            created(OWNER, "o" + i, "T" + i);
        }
        ledger.put(OWNER, List.of(loaded("m1", "r1", "X1", Operation.MATCHED, List.of("Phone"))));
        ledger.put(OWNER, List.of(loaded("m2", "r1", "X2", Operation.MATCHED, List.of())));
        Map<String, UndoBooks> books = rollback(ROLLBACK);
        assertThat(books.get("Owner").balanced()).isTrue();
        assertThat(books.get("Owner").phases().get("Phase"))
                .containsEntry("total", 9L)
                .containsEntry("removed", 7L)
                .containsEntry("restored", 1L)
                .containsEntry("untouched", 1L);
        assertThat(undoer.deeds).contains("Restore X1", "Remove T0").doesNotContain("Remove X1", "Remove X2");
        assertThat(ledger.all(OWNER)).isEmpty();
    }

    @Test
    void undoesPartsWithTheirOwnerAndSparesThemWithIt() {
        created(OWNER, "o1", "T1");
        created(OWNER, "o2", "T2");
        created(PART, "p1", "T1/1");
        created(PART, "p2", "T2/1");
        created(PART, "p3", "OLD/1");
        undoer.changed.add("T2");
        Map<String, UndoBooks> books = rollback(ROLLBACK);
        assertThat(books.get("Part").phases().get("Phase"))
                .containsEntry("removed", 1L)
                .containsEntry("spared", 1L)
                .containsEntry("left", 1L);
        assertThat(ledger.find(PART, List.of(new CanonicalId("p2"), new CanonicalId("p3"))))
                .as("what stands is not loaded again")
                .hasSize(2);
        assertThat(rollback(new RollbackRun("r1", "b2", true)).get("Part").sum("removed"))
                .isEqualTo(2);
    }

    @Test
    void doesNothingTwice() {
        created(OWNER, "o1", "T1");
        rollback(ROLLBACK);
        Map<String, UndoBooks> again = rollback(new RollbackRun("r1", "b2", false));
        assertThat(undoer.deeds).containsExactly("Remove T1");
        assertThat(again.get("Owner").balanced()).isTrue();
        assertThat(again.get("Owner").sum("removed")).isEqualTo(1);
    }

    @Test
    void leavesOtherRunsAloneAndRefusesWhileALaterOneStands() {
        created(OWNER, "o1", "T1");
        ledger.put(OWNER, List.of(loaded("o2", "r0", "T2", Operation.CREATED, List.of())));
        runs = List.of(run("r0", BEGAN.minusSeconds(900)), run("r1", BEGAN), run("r2", BEGAN.plusSeconds(900)));
        rollback(ROLLBACK);
        assertThat(undoer.deeds).containsExactly("Remove T1");
        ledger.put(OWNER, List.of(loaded("o3", "r2", "T3", Operation.CREATED, List.of())));
        assertThatThrownBy(() -> rollback(ROLLBACK)).hasMessageContaining("ferry rollback r2");
    }

    @Test
    void leavesWhatALaterRunWasRefusedToChangeAndSaysSo() {
        ledger.put(OWNER, List.of(loaded("o0", "r0", "T0", Operation.CREATED, List.of())));
        ledger.put(OWNER, List.of(refused("o1", "T1")));
        ledger.put(PART, List.of(refused("p1", "T1/1")));
        runs = List.of(run("r0", BEGAN.minusSeconds(900)), run("r1", BEGAN));
        try (JsonLines.Writer times = JsonLines.write(work, new RunFiles("r0").times("Phase"))) {
            times.commit();
        }

        Map<String, UndoBooks> books = rollback(ROLLBACK);

        assertThat(undoer.deeds).isEmpty();
        assertThat(books.values()).allMatch(UndoBooks::balanced);
        assertThat(kept(OWNER)).containsExactly("left o1 change_refused");
        assertThat(kept(PART)).containsExactly("left p1 change_refused");
        assertThat(ledger.find(OWNER, List.of(new CanonicalId("o1"))).values())
                .as("what stands is known to later runs")
                .singleElement()
                .satisfies(entry -> assertThat(entry.standing()).contains("T1"));
    }

    private static LedgerEntry refused(String key, String id) {
        return new LedgerEntry.Refused(
                new CanonicalId(key), "r1", "Phase", id, "unchangeable", "", "it cannot be changed", "", false, 1);
    }

    private List<String> kept(ObjectName object) {
        return work.list(ROLLBACK.keptPrefix(object)).stream()
                .flatMap(file -> JsonLines.read(work, file))
                .map(KeptRecord::decode)
                .map(record -> record.outcome() + " " + record.key() + " " + record.code())
                .toList();
    }

    @Test
    void looksForWhatWasSentAndNeverAnswered() {
        ledger.put(OWNER, List.of(new LedgerEntry.Sent(new CanonicalId("o1"), "r1", "Phase", null)));
        ledger.put(
                OWNER,
                List.of(new LedgerEntry.Refused(
                        new CanonicalId("o2"), "r1", "Phase", null, "TOO_LONG", "", "too long", "", false, 1)));
        Map<String, UndoBooks> books = rollback(ROLLBACK);
        assertThat(undoer.deeds).containsExactly("Lost ");
        assertThat(books.get("Owner").balanced()).isTrue();
        assertThat(books.get("Owner").sum("total")).isEqualTo(1);
    }
}
