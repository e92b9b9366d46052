package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.LatestValue;
import dev.ferry.core.source.StructuredDataValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What some conversations say for one structured data field of a person or an organisation.
///
/// Of two values the later counts, of two of one time that of the conversation with the greater id: which one does
/// not depend on the order of looking, so shares add up.
///
/// @param extractedAt milliseconds since 1970 of the value, null when no time is known
/// @param conversation the one that has the value
/// @param conversations how many have a value
/// @param varied whether not all of them have the same
record FieldShare(
        @Nullable String name,
        @Nullable String category,
        String value,
        @Nullable Long extractedAt,
        String conversation,
        int conversations,
        boolean varied) {
    private static final Comparator<FieldShare> LATEST_LAST = Comparator.comparing(
                    FieldShare::extractedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(FieldShare::conversation)
            .thenComparing(FieldShare::value);

    /// That of one conversation.
    static FieldShare of(StructuredDataValue field, String value, CanonicalId conversation) {
        Instant at = field.extractedAt();
        return new FieldShare(
                field.fieldName(),
                field.category(),
                value,
                at == null ? null : at.toEpochMilli(),
                conversation.value(),
                1,
                false);
    }

    /// Both together.
    FieldShare plus(FieldShare other) {
        FieldShare latest = LATEST_LAST.compare(this, other) >= 0 ? this : other;
        return new FieldShare(
                latest.name,
                latest.category,
                latest.value,
                latest.extractedAt,
                latest.conversation,
                conversations + other.conversations,
                varied || other.varied || !value.equals(other.value));
    }

    /// The shares of both by the ids of their fields.
    static SortedMap<String, FieldShare> both(SortedMap<String, FieldShare> a, SortedMap<String, FieldShare> b) {
        SortedMap<String, FieldShare> all = new TreeMap<>(a);
        b.forEach((field, share) -> all.merge(field, share, FieldShare::plus));
        return all;
    }

    /// As it stands in a canonical record.
    LatestValue latest(String fieldId) {
        return new LatestValue(
                fieldId,
                name,
                category,
                value,
                extractedAt == null ? null : Instant.ofEpochMilli(extractedAt),
                new CanonicalId(conversation),
                conversations,
                varied);
    }

    @Override
    public String toString() {
        return "FieldShare[***]";
    }
}
