package dev.ferry.core.mapping;

import dev.ferry.core.mapping.convert.FieldPlan;
import dev.ferry.core.mapping.convert.ItemScope;
import dev.ferry.core.mapping.convert.RecordDraft;
import dev.ferry.core.mapping.convert.Rejection;
import dev.ferry.core.target.FieldNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fields of a phase in the order in which they are filled, each with its place among the names.
///
/// *Threading*: immutable.
final class PlacedFields {
    private final List<FieldPlan> fields;
    private final int[] places;

    PlacedFields(List<FieldPlan> fields, FieldNames names) {
        this.fields = List.copyOf(fields);
        this.places =
                fields.stream().mapToInt(field -> names.place(field.field())).toArray();
    }

    /// Fills them; a rejection by the first that holds the record back.
    @Nullable
    Rejection fill(ItemScope scope, RecordDraft draft) {
        for (int i = 0; i < places.length; i++) {
            draft.turnTo(places[i]);
            Rejection rejection = fields.get(i).fill(scope, draft);
            if (rejection != null) {
                return rejection;
            }
        }
        return null;
    }
}
