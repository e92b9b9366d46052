package dev.ferry.salesforce.target;

import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is peculiar to single objects of Salesforce, in one place.
final class ObjectRules {
    static final String NOTE = "ContentNote";
    static final String LINK = "ContentDocumentLink";

    /// Salesforce sets these by itself sooner or later: any later write, a roll-up of activities, a merge.
    private static final Set<String> CHANGED_BY_PLATFORM =
            Set.of("LastModifiedDate", "LastModifiedById", "SystemModstamp", "CompletedDateTime");

    /// Fields that are given but cannot be selected, by object.
    private static final Map<String, Set<String>> NOT_ANSWERED = Map.of(NOTE, Set.of("Content"));

    private ObjectRules() {}

    /// Whether records of the object can carry the external id field and go by Bulk API 2.0.
    static boolean hasKeyField(ObjectName object) {
        return !object.value().equals(NOTE) && !object.value().equals(LINK);
    }

    /// Whether a field can be held against what was sent.
    static boolean comparable(ObjectName object, String field) {
        return !CHANGED_BY_PLATFORM.contains(field)
                && !NOT_ANSWERED.getOrDefault(object.value(), Set.of()).contains(field);
    }

    /// The comparable part of a record in the form in which Salesforce gives it back: blanks at the ends are not
    /// kept,
    /// line ends are single, an unchecked box and an empty text are the same as no value.
    static SortedMap<String, FieldValue> comparable(ObjectName object, Map<String, FieldValue> fields) {
        SortedMap<String, FieldValue> result = new TreeMap<>();
        fields.forEach((name, value) -> {
            FieldValue kept = comparable(object, name) ? kept(name, value) : null;
            if (kept != null) {
                result.put(name, kept);
            }
        });
        return result;
    }

    private static @Nullable FieldValue kept(String name, FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> {
                String normal =
                        text.value().replace("\r\n", "\n").replace('\r', '\n').strip();
                boolean email = name.equals("Email");
                yield normal.isEmpty() ? null : new FieldValue.Text(email ? normal.toLowerCase(Locale.ROOT) : normal);
            }
            case FieldValue.Flag flag -> flag.value() ? flag : null;
            case FieldValue.Numeric numeric -> numeric;
            case FieldValue.Day day -> day;
            case FieldValue.Moment moment -> moment;
            case FieldValue.TargetId id -> id;
            case FieldValue.Reference reference -> reference;
        };
    }
}
