package dev.ferry.handlers.dynamodb;

import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.LedgerEntry.Loaded;
import dev.ferry.core.load.LedgerEntry.Operation;
import dev.ferry.core.load.LedgerEntry.Recognised;
import dev.ferry.core.load.LedgerEntry.Refused;
import dev.ferry.core.load.LedgerEntry.Sent;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import java.util.List;

/// Ledger entries as items and back.
///
/// *Shape*: `run`, `phase`, `state`, `target`, which `SENT` may lack;
/// for `RECOGNISED` also `filled` (names with blanks
/// between them); for
/// `LOADED` also `operation`, `filled`, `content`, `loaded`; for `REFUSED` also
/// `code`, `field`, `reason`, `hint`, `retriable`, `attempts`.
final class LedgerItems {
    private static final String LOADED = "LOADED";
    private static final String REFUSED = "REFUSED";
    private static final String RECOGNISED = "RECOGNISED";
    private static final String SENT = "SENT";
    private static final String FILLED = "filled";

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

    private static List<String> names(String joined) {
        return joined.isBlank() ? List.of() : List.of(joined.split(" ", -1));
    }

    static LedgerEntry entry(Item item) {
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
                    new ContentHash(item.text("loaded")));
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
