package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.StructuredDataValue;
import dev.ferry.core.source.StructuredValueType;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the values of one structured data field look like, in a size that does not grow with them.
///
/// Of distinct values only the smallest hashes and the smallest texts are kept: which ones does not depend on the
/// order of looking, so observations of parts add up to that of the whole.
///
/// @param values how many values there are
/// @param digits how many are digits only and start with a zero, so that they are no numbers
/// @param lists how many have a separator
/// @param elements how many elements all lists have together, a value without a separator counting as one
/// @param hashes the smallest [#MAX_HASHES] hashes of values
/// @param samples the smallest [#MAX_SAMPLES] elements of values, none longer than [#MAX_LENGTH]
record FieldObservation(
        String fieldId,
        @Nullable String name,
        @Nullable String category,
        long values,
        long booleans,
        long numbers,
        long dates,
        long digits,
        long lists,
        long elements,
        int longest,
        SortedSet<String> hashes,
        SortedSet<String> samples) {
    private static final int MAX_HASHES = 8000;
    private static final int MAX_SAMPLES = 1000;
    private static final int MAX_LENGTH = 60;
    private static final int MAX_CATEGORIES = 25;
    private static final int HASH_DIGITS = 12;
    private static final int LISTS_SHARE = 10;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?");
    private static final Pattern DIGITS = Pattern.compile("0\\d+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])");

    /// One value.
    static FieldObservation of(StructuredDataValue of, String value) {
        List<String> parts = Arrays.stream(value.split(StructuredValueType.SEPARATOR))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        SortedSet<String> samples = new TreeSet<>();
        parts.stream().filter(part -> part.length() <= MAX_LENGTH).forEach(samples::add);
        int longest = parts.stream().mapToInt(String::length).max().orElse(0);
        return new FieldObservation(
                of.fieldId(),
                of.fieldName(),
                of.category(),
                1,
                one(StructuredValueType.isYes(value) || StructuredValueType.isNo(value)),
                one(NUMBER.matcher(value).matches()),
                one(DATE.matcher(value).matches()),
                one(DIGITS.matcher(value).matches()),
                one(value.contains(StructuredValueType.SEPARATOR)),
                parts.size(),
                longest,
                new TreeSet<>(List.of(CanonicalIds.digits(value, HASH_DIGITS))),
                samples);
    }

    /// Both together.
    FieldObservation plus(FieldObservation other) {
        return new FieldObservation(
                fieldId,
                smaller(name, other.name),
                smaller(category, other.category),
                values + other.values,
                booleans + other.booleans,
                numbers + other.numbers,
                dates + other.dates,
                digits + other.digits,
                lists + other.lists,
                elements + other.elements,
                Math.max(longest, other.longest),
                smallest(hashes, other.hashes, MAX_HASHES),
                smallest(samples, other.samples, MAX_SAMPLES));
    }

    /// The type that all values support.
    StructuredValueType type() {
        if (booleans == values) {
            return StructuredValueType.BOOLEAN;
        }
        if (numbers == values) {
            return StructuredValueType.NUMBER;
        }
        if (dates == values) {
            return StructuredValueType.DATE;
        }
        if (digits > 0 || longest > MAX_LENGTH) {
            return StructuredValueType.TEXT;
        }
        if (lists * LISTS_SHARE >= values && samples.size() < MAX_SAMPLES && samples.size() < elements) {
            return StructuredValueType.MULTI_VALUE;
        }
        boolean few = hashes.size() <= MAX_CATEGORIES && (hashes.size() <= 3 || values >= 2L * hashes.size());
        return few ? StructuredValueType.CATEGORICAL : StructuredValueType.TEXT;
    }

    /// How many values are different; exact up to [#MAX_HASHES]. Spellings of yes and no are one value each.
    long distinct() {
        return type() == StructuredValueType.BOOLEAN
                ? samples.stream().map(StructuredValueType::isYes).distinct().count()
                : hashes.size();
    }

    /// The values or elements of a field that has few; empty for others.
    List<String> choices() {
        return switch (type()) {
            case CATEGORICAL, MULTI_VALUE -> List.copyOf(samples);
            case BOOLEAN, NUMBER, DATE, TEXT -> List.of();
        };
    }

    @Override
    public String toString() {
        return "FieldObservation[" + values + " values]";
    }

    private static long one(boolean yes) {
        return yes ? 1 : 0;
    }

    private static @Nullable String smaller(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static SortedSet<String> smallest(SortedSet<String> a, SortedSet<String> b, int limit) {
        TreeSet<String> all = new TreeSet<>(a);
        all.addAll(b);
        while (all.size() > limit) {
            all.pollLast();
        }
        return all;
    }
}
