package dev.ferry.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.load.LedgerEntry.Loaded;
import dev.ferry.core.load.LedgerEntry.Operation;
import dev.ferry.core.load.LedgerEntry.Refused;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.ObjectName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every ledger does, whatever it stands on. Subclasses give an empty ledger.
public abstract class LedgerContractTest {
    private static final ObjectName CASE = new ObjectName("Case");
    private static final ObjectName CONTACT = new ObjectName("Contact");

    /// A new and empty ledger.
    protected abstract Ledger emptyLedger();

    @Test
    void givesBackEveryFieldOfALoadedEntry() {
        Ledger ledger = emptyLedger();
        Loaded entry = loaded("asapp:acme:issue:1", "5003000000D8cuI", Operation.UPDATED);
        ledger.put(CASE, List.of(entry));
        assertThat(ledger.find(CASE, List.of(entry.key()))).containsExactly(Map.entry(entry.key(), entry));
    }

    @Test
    void givesBackEveryFieldOfARefusedEntry() {
        Ledger ledger = emptyLedger();
        Refused entry = new Refused(
                new CanonicalId("asapp:acme:issue:2"), "r1", "Case", "500A", "TOO_LONG", "", "too long", "", true, 3);
        ledger.put(CASE, List.of(entry));
        assertThat(ledger.find(CASE, List.of(entry.key()))).containsValue(entry);
    }

    @Test
    void givesBackASentEntryBeforeAndAfterTheAnswer() {
        Ledger ledger = emptyLedger();
        CanonicalId key = new CanonicalId("asapp:acme:message:1");
        LedgerEntry.Sent intent = new LedgerEntry.Sent(key, "r1", "Message", null);
        ledger.put(CASE, List.of(intent));
        assertThat(ledger.find(CASE, List.of(key))).containsValue(intent);
        LedgerEntry.Sent made = new LedgerEntry.Sent(key, "r1", "Message", "499/132");
        ledger.put(CASE, List.of(made));
        assertThat(ledger.find(CASE, List.of(key))).containsValue(made);
        assertThat(made.standing()).contains("499/132");
    }

    @Test
    void givesBackEveryFieldOfARecognisedEntryAndOfTheLinkedOne() {
        Ledger ledger = emptyLedger();
        CanonicalId key = new CanonicalId("asapp:acme:customer:1");
        LedgerEntry.Recognised noted =
                new LedgerEntry.Recognised(key, "r1", "Contact", "003A", List.of("ASAPP_Id__c", "Phone"));
        ledger.put(CONTACT, List.of(noted));
        assertThat(ledger.find(CONTACT, List.of(key))).containsValue(noted);
        Loaded linked = new Loaded(
                key,
                "r1",
                "Contact",
                "003A",
                Operation.MATCHED,
                noted.filled(),
                new ContentHash("0a".repeat(32)),
                new ContentHash("0b".repeat(32)),
                Instant.parse("2026-03-05T12:00:00Z"));
        ledger.put(CONTACT, List.of(linked));
        assertThat(ledger.find(CONTACT, List.of(key))).containsValue(linked);
    }

    @Test
    void replacesTheEntryOfAKey() {
        Ledger ledger = emptyLedger();
        Loaded second = loaded("asapp:acme:issue:1", "500A", Operation.UPDATED);
        ledger.put(CASE, List.of(refused("asapp:acme:issue:1")));
        ledger.put(CASE, List.of(second));
        assertThat(ledger.find(CASE, List.of(second.key())))
                .containsValue(second)
                .hasSize(1);
        assertThat(read(ledger, CASE)).containsExactly(second);
    }

    @Test
    void findsOnlyTheKeysThatHaveAnEntry() {
        Ledger ledger = emptyLedger();
        ledger.put(CASE, List.of(loaded("asapp:acme:issue:1", "500A", Operation.CREATED)));
        assertThat(ledger.find(CASE, List.of(new CanonicalId("asapp:acme:issue:9"))))
                .isEmpty();
        assertThat(ledger.find(CASE, List.of())).isEmpty();
    }

    @Test
    void keepsObjectsApart() {
        Ledger ledger = emptyLedger();
        Loaded entry = loaded("asapp:acme:issue:1", "500A", Operation.CREATED);
        ledger.put(CASE, List.of(entry));
        assertThat(ledger.find(CONTACT, List.of(entry.key()))).isEmpty();
        assertThat(read(ledger, CONTACT)).isEmpty();
    }

    @Test
    void findsManyAtOnceThoughAskedForTwice() {
        Ledger ledger = emptyLedger();
        List<Loaded> entries = IntStream.range(0, 250)
                .mapToObj(i -> loaded("asapp:acme:issue:" + i, "500" + i, Operation.CREATED))
                .toList();
        ledger.put(CASE, entries);
        List<CanonicalId> keys = entries.stream().map(Loaded::key).toList();
        List<CanonicalId> twice = Stream.concat(keys.stream(), keys.stream()).toList();
        assertThat(ledger.find(CASE, twice)).hasSize(250).containsKeys(keys.toArray(new CanonicalId[0]));
        assertThat(read(ledger, CASE)).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void knowsOfWhichObjectsItHasEntries() {
        Ledger ledger = emptyLedger();
        ledger.put(CASE, List.of(loaded("asapp:acme:issue:1", "5001", Operation.CREATED)));
        assertThat(ledger.knows(CASE)).isTrue();
        assertThat(ledger.knows(new ObjectName("CaseComment"))).isFalse();
    }

    @Test
    void hidesWhatWasUndoneFromALoadAndShowsItToARollback() {
        Ledger ledger = emptyLedger();
        Loaded entry = loaded("asapp:acme:issue:1", "500A", Operation.CREATED);
        Undone note = undone(entry, Undone.How.REMOVED, null);
        ledger.put(CASE, List.of(entry));
        ((UndoLedger) ledger).undone(CASE, List.of(note));
        assertThat(ledger.find(CASE, List.of(entry.key()))).isEmpty();
        assertThat(read(ledger, CASE)).isEmpty();
        assertThat(((UndoLedger) ledger).written(CASE, List.of(entry.key()))).containsValue(note);
        assertThat(written(ledger)).containsExactly(note);
        ledger.put(CASE, List.of(entry));
        assertThat(ledger.find(CASE, List.of(entry.key()))).containsValue(entry);
    }

    @Test
    void countsWhatAnEarlierRunHadWrittenAgain() {
        Ledger ledger = emptyLedger();
        Loaded earlier = loaded("asapp:acme:issue:1", "500A", Operation.CREATED);
        Undone note = undone(loaded("asapp:acme:issue:1", "500A", Operation.UPDATED), Undone.How.RESTORED, earlier);
        ((UndoLedger) ledger).undone(CASE, List.of(note));
        assertThat(ledger.find(CASE, List.of(earlier.key()))).containsValue(earlier);
        assertThat(written(ledger)).containsExactly(note);
    }

    private static Undone undone(Loaded entry, Undone.How how, @Nullable LedgerEntry before) {
        return new Undone(entry.key(), entry.runId(), entry.phase(), entry.targetId(), how, entry.at(), before);
    }

    private static List<Written> written(Ledger ledger) {
        return IntStream.range(0, 4)
                .mapToObj(number -> ((UndoLedger) ledger).of(CASE, new Bucket(number)))
                .flatMap(Stream::distinct)
                .distinct()
                .toList();
    }

    private static List<LedgerEntry> read(Ledger ledger, ObjectName object) {
        try (Stream<LedgerEntry> entries = ledger.all(object)) {
            return entries.toList();
        }
    }

    private static Loaded loaded(String key, String targetId, Operation operation) {
        return new Loaded(
                new CanonicalId(key),
                "r1",
                "Case",
                targetId,
                operation,
                List.of(),
                new ContentHash("0a".repeat(32)),
                new ContentHash("0b".repeat(32)),
                Instant.parse("2026-03-05T12:00:00Z"));
    }

    private static Refused refused(String key) {
        return new Refused(new CanonicalId(key), "r1", "Case", null, "CODE", "Subject", "reason", "hint", false, 1);
    }
}
