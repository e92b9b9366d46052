package dev.ferry.cli.explain;

import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.core.load.LedgerEntry;
import java.util.stream.Collectors;

/// Prints an explanation.
public final class ExplanationText {
    private final Console console;
    private final boolean texts;

    /// @param texts whether contents are shown
    public ExplanationText(Console console, boolean texts) {
        this.console = console;
        this.texts = texts;
    }

    /// Prints it.
    public void print(Explanation found) {
        console.raw(found.id().value());
        console.raw("");
        console.raw("Ids");
        found.aliases().forEach(alias -> console.raw("  also " + alias.value()));
        found.evidence().forEach(place -> console.raw("  shown by " + place));
        if (found.aliases().isEmpty()) {
            console.raw("  no other");
        }
        console.raw("");
        console.raw("Rows: " + Amounts.count(found.rows().size()));
        found.rows().forEach(row -> console.raw("  " + row.place() + content(row)));
        console.raw("");
        console.raw("Values that lost: " + Amounts.count(found.lost().size()));
        found.lost().forEach(this::lost);
        console.raw("");
        console.raw("In the target");
        found.target().forEach((object, entry) -> console.raw("  " + fate(object, entry)));
        if (found.target().isEmpty()) {
            console.raw("  nothing was loaded");
        }
    }

    private String content(ShownRow row) {
        return texts
                ? row.values().entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(", ", "  ", ""))
                : "";
    }

    private void lost(LostValue value) {
        console.raw("  %s.%s  %s%s  lost to  %s%s"
                .formatted(
                        value.feed(),
                        value.column(),
                        value.place(),
                        texts ? " (" + value.lost() + ")" : "",
                        value.winner(),
                        texts ? " (" + value.won() + ")" : ""));
    }

    private static String fate(String object, LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Loaded loaded ->
                "%s %s, %s by run %s".formatted(object, loaded.targetId(), loaded.operation(), loaded.runId());
            case LedgerEntry.Recognised recognised ->
                "recognised as %s %s in run %s, not linked yet"
                        .formatted(object, recognised.targetId(), recognised.runId());
            case LedgerEntry.Sent sent ->
                "%s sent in run %s, the answer is not settled yet".formatted(object, sent.runId());
            case LedgerEntry.Refused refused ->
                "%s refused in run %s: %s %s %s; %s"
                        .formatted(
                                object,
                                refused.runId(),
                                refused.code(),
                                refused.field(),
                                refused.reason(),
                                refused.hint());
        };
    }
}
