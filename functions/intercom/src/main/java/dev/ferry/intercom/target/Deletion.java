package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.rollback.UndoRules;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.intercom.client.ErrorCode;
import dev.ferry.intercom.client.IntercomException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.function.Function;

/// What deletions have in common.
final class Deletion {
    static final UndoOutcome REMOVED = new UndoOutcome.Removed();
    static final UndoOutcome CHANGED =
            new UndoOutcome.Spared("changed_since", "somebody has changed it since Ferry wrote it");
    static final UndoOutcome OLDER =
            new UndoOutcome.Spared("older_than_run", "it was in the workspace before the run and is not Ferry's");

    private Deletion() {}

    /// Deletes; a record that is not there any more is deleted.
    static UndoOutcome of(Runnable deletion) {
        try {
            deletion.run();
        } catch (IntercomException refused) {
            if (refused.code() != ErrorCode.NOT_FOUND) {
                throw refused;
            }
        }
        return REMOVED;
    }

    /// Whether somebody has changed a person or company that the run made.
    ///
    /// Intercom moves their time for the conversations and links that follow, so during the run the content
    /// decides.
    static boolean isChanged(
            UndoItem.Remove item,
            JsonNode there,
            UndoRules rules,
            Function<JsonNode, SortedMap<String, FieldValue>> form) {
        if (rules.force()) {
            return false;
        }
        Instant changed = moment(there, "updated_at");
        boolean differs = item.loaded()
                .filter(loaded -> !ContentHash.of(form.apply(there)).equals(loaded))
                .isPresent();
        return UndoRules.isLater(changed, rules.lastWrite()) || (UndoRules.isLater(changed, item.at()) && differs);
    }

    static Instant moment(JsonNode there, String field) {
        return Instant.ofEpochSecond(there.path(field).asLong());
    }
}
