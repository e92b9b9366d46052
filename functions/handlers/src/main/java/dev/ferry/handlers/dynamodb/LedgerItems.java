package dev.ferry.handlers.dynamodb;

import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.LedgerEntry.Loaded;
import dev.ferry.core.load.LedgerEntry.Operation;
import dev.ferry.core.load.LedgerEntry.Recognised;
import dev.ferry.core.load.LedgerEntry.Refused;
import dev.ferry.core.load.LedgerEntry.Sent;
import dev.ferry.core.load.Undone;
import dev.ferry.core.load.Written;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import java.time.Instant;
import java.util.List;

/// Ledger entries as items and back.
///
/// *Shape*: `run`, `phase`, `state`, `target`, which `SENT` may lack; for `RECOGNISED` also `filled` (names with
/// blanks between them); for
/// `LOADED` also `operation`, `filled`, `content`, `loaded`, `at`; for `REFUSED` also
/// `code`, `field`, `reason`, `hint`, `retriable`, `attempts`. Of what was undone: the state `UNDONE`, `run`,
/// `phase`,
/// `target`, `how`, `at`, and in the map `before` the attributes of the entry that counts again.
final class LedgerItems {
    private static final String LOADED = "LOADED";
    private static final String REFUSED = "REFUSED";
    private static final String RECOGNISED = "RECOGNISED";
    private static final String SENT = "SENT";
    private static final String FILLED = "filled";
    private static final String UNDONE = "UNDONE";
    private static final String BEFORE = "before";

    private LedgerItems() {}

    static Item item(ItemKey key, LedgerEntry entry) {
        Item.Builder item = Item.at(key).text("run", entry.runId()).text("phase", entry.phase());
        return switch (entry) {
            case Recognised recognised ->
                item.text("state", RECOGNISED)
                        .text("target", recognised.targetId())
                        .text(FILLED, String.join(" ", recognised.filled()))
                        .build();
            case Sent sent ->
                item.text("state", SENT).text("target", sent.targetId()).build();
            case Loaded loaded ->
                item.text("state", LOADED)
                        .text("target", loaded.targetId())
                        .text("operation", loaded.operation().name())
                        .text(FILLED, loaded.filled().isEmpty() ? null : String.join(" ", loaded.filled()))
                        .text("content", loaded.content().hex())
                        .text("loaded", loaded.loaded().hex())
                        .text("at", loaded.at().toString())
                        .build();
            case Refused refused ->
                item.text("state", REFUSED)
                        .text("target", refused.targetId())
                        .text("code", refused.code())
                        .text("field", refused.field())
                        .text("reason", refused.reason())
                        .text("hint", refused.hint())
                        .number("retriable", refused.retriable() ? 1 : 0)
                        .number("attempts", refused.attempts())
                        .build();
        };
    }

    static Item note(ItemKey key, Undone note) {
        Item.Builder item = Item.at(key)
                .text("state", UNDONE)
                .text("run", note.runId())
                .text("phase", note.phase())
                .text("target", note.targetId())
                .text("how", note.how().name())
                .text("at", note.at().toString());
        note.current().ifPresent(before -> item.map(BEFORE, item(key, before).attributes()));
        return item.build();
    }

    static Written written(Item item) {
        return item.text("state").equals(UNDONE)
                ? new Undone(
                        new CanonicalId(item.key().sort()),
                        item.text("run"),
                        item.text("phase"),
                        item.text("target"),
                        Undone.How.valueOf(item.text("how")),
                        at(item),
                        item.map(BEFORE).isEmpty() ? null : entry(new Item(item.key(), item.map(BEFORE))))
                : new Written.Standing(entry(item));
    }

    // Entries of older installations have no time: whatever changed the record counts as later.
    private static Instant at(Item item) {
        String at = item.text("at");
        return at.isEmpty() ? Instant.EPOCH : Instant.parse(at);
    }

    private static List<String> names(String joined) {
        return joined.isBlank() ? List.of() : List.of(joined.split(" ", -1));
    }

    private static LedgerEntry entry(Item item) {
        CanonicalId key = new CanonicalId(item.key().sort());
        String run = item.text("run");
        String phase = item.text("phase");
        String target = item.text("target");
        if (item.text("state").equals(RECOGNISED)) {
            return new Recognised(key, run, phase, target, names(item.text(FILLED)));
        }
        if (item.text("state").equals(SENT)) {
            return new Sent(key, run, phase, target.isEmpty() ? null : target);
        }
        if (item.text("state").equals(LOADED)) {
            return new Loaded(
                    key,
                    run,
                    phase,
                    target,
                    Operation.valueOf(item.text("operation")),
                    names(item.text(FILLED)),
                    new ContentHash(item.text("content")),
                    new ContentHash(item.text("loaded")),
                    at(item));
        }
        return new Refused(
                key,
                run,
                phase,
                target.isEmpty() ? null : target,
                item.text("code"),
                item.text("field"),
                item.text("reason"),
                item.text("hint"),
                item.number("retriable") == 1,
                Math.toIntExact(item.number("attempts")));
    }
}
