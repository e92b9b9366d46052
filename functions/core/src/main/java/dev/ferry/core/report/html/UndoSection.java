package dev.ferry.core.report.html;

import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.Undo;

/// What taking the run back would do.
final class UndoSection implements Section {

    @Override
    public Markup render(RunResults results) {
        Undo undo = results.undo();
        Markup leaves = undo.leaves().isEmpty()
                ? Markup.NOTHING
                : Markup.of(
                        "<ul class=\"plain\">{}</ul>",
                        Markup.join(undo.leaves().stream().map(leaf -> Markup.of("<li>{}</li>", leaf))));
        Markup command = undo.command().isEmpty()
                ? Markup.NOTHING
                : Markup.of("<p class=\"next\"><code>{}</code></p>", undo.command());
        return Section.titled(
                "undo",
                "How to undo it",
                "Undoing touches only what Ferry made or changed.",
                Markup.of(
                        "<p><b>{}</b> would be deleted, <b>{}</b> set back to what they were.</p>{}{}",
                        Wording.counted(undo.deletes(), "record"),
                        Wording.number(undo.restores()),
                        leaves,
                        command));
    }
}
