package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.Adjustment;
import dev.ferry.core.target.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A target record in the making, with what was adjusted so far.
///
/// *Threading*: for one thread.
public final class RecordDraft {
    private final TreeMap<String, FieldValue> fields = new TreeMap<>();
    private final List<Adjustment> adjustments = new ArrayList<>(2);

    /// Sets a field.
    public void put(String field, FieldValue value) {
        fields.put(field, value);
    }

    /// Notes an adjustment, once for each field and rule.
    public void adjust(String field, Adjustment.Rule rule) {
        Adjustment adjustment = new Adjustment(field, rule);
        if (!adjustments.contains(adjustment)) {
            adjustments.add(adjustment);
        }
    }

    /// The fields so far.
    public TreeMap<String, FieldValue> fields() {
        return fields;
    }

    /// The adjustments so far.
    public List<Adjustment> adjustments() {
        return adjustments;
    }
}
