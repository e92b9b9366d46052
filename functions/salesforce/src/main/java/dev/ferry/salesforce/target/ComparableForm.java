package dev.ferry.salesforce.target;

import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The form in which what was sent and what is read back are alike: fields that Salesforce changes or does not
/// answer are left out, text is as Salesforce keeps it, and a value that the platform gives to an empty field is
/// the same as no value.
///
/// *Threading*: safe for concurrent use.
final class ComparableForm {
    private final MappedFields mapped;
    private final Supplier<String> loadingUser;

    /// @param loadingUser the id of the signed-in user, the owner of what is made without one
    ComparableForm(MappedFields mapped, Supplier<String> loadingUser) {
        this.mapped = mapped;
        this.loadingUser = loadingUser;
    }

    SortedMap<String, FieldValue> of(ObjectName object, Map<String, FieldValue> fields) {
        SortedMap<String, FieldValue> result = new TreeMap<>();
        fields.forEach((name, value) -> {
            FieldValue kept = ObjectRules.comparable(object, name) ? kept(object, name, value) : null;
            if (kept != null) {
                result.put(name, kept);
            }
        });
        return result;
    }

    private @Nullable FieldValue kept(ObjectName object, String name, FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> {
                String kept = ObjectRules.text(object, name, text.value());
                boolean email = mapped.isEmail(object, name);
                yield kept.isEmpty() ? null : new FieldValue.Text(email ? kept.toLowerCase(Locale.ROOT) : kept);
            }
            case FieldValue.Flag flag -> flag.value() ? flag : null;
            case FieldValue.TargetId id -> name.equals("OwnerId") && id.value().equals(loadingUser.get()) ? null : id;
            case FieldValue.Numeric numeric -> numeric;
            case FieldValue.Day day -> day;
            case FieldValue.Moment moment -> moment;
            case FieldValue.Reference reference -> reference;
        };
    }
}
