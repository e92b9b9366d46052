package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.Adjustment;
import dev.ferry.core.target.FieldNames;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.FieldValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A target record in the making, with what was adjusted so far.
///
/// *Threading*: for one thread.
public final class RecordDraft {
    private final FieldValues.Draft fields;
    private final List<Adjustment> adjustments = new ArrayList<>(2);
    private int place;

    /// @param names of all fields that may be set
    public RecordDraft(FieldNames names) {
        fields = new FieldValues.Draft(names);
    }

    /// Turns to a field, by its place among the names: a record has many, and looking for each costs more than
    /// setting it.
    public void turnTo(int field) {
        place = field;
    }

    /// Sets the field that it turned to.
    void put(FieldValue value) {
        fields.put(place, value);
    }

    /// Sets another field.
    void put(String field, FieldValue value) {
        fields.put(field, value);
    }

    /// Notes an adjustment, once for each field and rule.
    public void adjust(String field, Adjustment.Rule rule) {
        Adjustment adjustment = new Adjustment(field, rule);
        if (!adjustments.contains(adjustment)) {
            adjustments.add(adjustment);
        }
    }

    /// The value of a field so far; null when it has none.
    @Nullable
    FieldValue get(String field) {
        return fields.get(field);
    }

    /// The fields so far.
    public FieldValues fields() {
        return fields.finish();
    }

    /// The adjustments so far.
    public List<Adjustment> adjustments() {
        return adjustments;
    }
}
