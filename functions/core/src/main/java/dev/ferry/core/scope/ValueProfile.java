package dev.ferry.core.scope;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the values of one field look like.
///
/// @param filled how many values are neither null nor empty
/// @param types how many of them look like what
/// @param longest in characters
/// @param vocabulary the values with how often each was there, while there are at most [#VOCABULARY] of them and
/// each is
///     short; empty when there are more
/// @param open whether there are more than the vocabulary shows
public record ValueProfile(
        long filled, Map<ValueType, Long> types, int longest, SortedMap<String, Long> vocabulary, boolean open) {
    /// How many values a field may have that are kept by name.
    public static final int VOCABULARY = 20;

    /// No value.
    public static final ValueProfile NONE = new ValueProfile(0, Map.of(), 0, new TreeMap<>(), false);

    private static final int LONGEST_NAME = 60;

    public ValueProfile {
        EnumMap<ValueType, Long> copy = new EnumMap<>(ValueType.class);
        copy.putAll(types);
        types = Collections.unmodifiableMap(copy);
        vocabulary = Collections.unmodifiableSortedMap(new TreeMap<>(vocabulary));
    }

    /// One value, which is not empty.
    public static ValueProfile of(String value) {
        ValueType type = ValueType.of(value);
        boolean named = value.length() <= LONGEST_NAME && type != ValueType.EMAIL;
        SortedMap<String, Long> vocabulary = new TreeMap<>(named ? Map.of(value, 1L) : Map.of());
        return new ValueProfile(1, Map.of(type, 1L), value.length(), vocabulary, !named);
    }

    /// Both together.
    public ValueProfile plus(ValueProfile other) {
        EnumMap<ValueType, Long> sum = new EnumMap<>(ValueType.class);
        sum.putAll(types);
        other.types.forEach((type, count) -> sum.merge(type, count, Long::sum));
        boolean more = open || other.open;
        SortedMap<String, Long> values = new TreeMap<>();
        if (!more) {
            values.putAll(vocabulary);
            other.vocabulary.forEach((value, count) -> values.merge(value, count, Long::sum));
            more = values.size() > VOCABULARY;
        }
        return new ValueProfile(
                filled + other.filled, sum, Math.max(longest, other.longest), more ? new TreeMap<>() : values, more);
    }

    /// The narrowest type that all values have.
    public ValueType type() {
        return types.keySet().stream().reduce(ValueProfile::wider).orElse(ValueType.TEXT);
    }

    /// How many values do not look like what most look like: the ones to ask about before the field becomes a
    /// number or a date.
    public long exceptions() {
        return filled - types.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /// What most values look like.
    public ValueType commonest() {
        return types.entrySet().stream()
                .max(Map.Entry.<ValueType, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(ValueType.TEXT);
    }

    private static ValueType wider(ValueType one, ValueType other) {
        if (one == other) {
            return one;
        }
        boolean numbers = isNumber(one) && isNumber(other);
        boolean times = isTime(one) && isTime(other);
        return numbers ? ValueType.DECIMAL : times ? ValueType.TIMESTAMP : ValueType.TEXT;
    }

    private static boolean isNumber(ValueType type) {
        return type == ValueType.INTEGER || type == ValueType.DECIMAL;
    }

    private static boolean isTime(ValueType type) {
        return type == ValueType.DATE || type == ValueType.TIMESTAMP;
    }
}
