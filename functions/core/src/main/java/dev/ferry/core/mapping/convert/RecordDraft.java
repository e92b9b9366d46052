package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.Adjustment;
import dev.ferry.core.target.FieldNames;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.FieldValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A target record in the making, with what was adjusted so far.
///
/// *Threading*: for one thread.
public final class RecordDraft {
    private static final FieldValue.Moment NO_MOMENT = new FieldValue.Moment(Instant.EPOCH);

    private final FieldValues.Draft fields;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private int place;
    private @Nullable String time;
    private FieldValue.Moment moment = NO_MOMENT;

    /// @param names of all fields that may be set
    public RecordDraft(FieldNames names) {
        fields = new FieldValues.Draft(names);
    }

    /// A draft that begins with the fields of another, which has no adjustments.
    public RecordDraft(RecordDraft begun) {
        fields = new FieldValues.Draft(begun.fields);
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

    /// The moment that a text writes; several fields of a record often have the same.
    ///
    /// *Errors*: as [Moments].
    FieldValue.Moment moment(String text) {
        if (!text.equals(time)) {
            moment = new FieldValue.Moment(Moments.instant(text));
            time = text;
        }
        return moment;
    }

    /// The fields, when all are set.
    public FieldValues finish() {
        return fields.finish();
    }

    /// The adjustments so far.
    public List<Adjustment> adjustments() {
        return adjustments;
    }
}
