package dev.ferry.asapp.fold;

import dev.ferry.core.source.Conversation;
import dev.ferry.core.source.CustomerRef;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/// What the conversations of one bucket say about one person.
///
/// @param names the person's names as conversations give them
/// @param emails the person's addresses as conversations spell them
/// @param fields structured values that describe the person or their organisation, by field
/// @param firstSeen milliseconds since 1970 of the first conversation, null when no time is known
record CustomerContribution(
        int conversations,
        @Nullable Long firstSeen,
        @Nullable Long lastSeen,
        SortedSet<String> customerIds,
        SortedSet<String> externalUserIds,
        SortedSet<String> names,
        SortedSet<String> emails,
        SortedMap<String, FieldShare> fields) {
    static final CustomerContribution NONE = new CustomerContribution(
            0, null, null, new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>());

    static CustomerContribution of(
            Conversation conversation, PersonEvidence person, SortedMap<String, FieldShare> fields) {
        Instant created = conversation.times().createdAt();
        Instant last = conversation.times().lastEventAt();
        CustomerRef customer = conversation.customer();
        return new CustomerContribution(
                1,
                created == null ? null : created.toEpochMilli(),
                last == null ? null : last.toEpochMilli(),
                setOf(customer.customerId()),
                setOf(customer.externalUserId()),
                person.names(),
                person.emails(),
                fields);
    }

    /// Both together.
    CustomerContribution plus(CustomerContribution other) {
        return new CustomerContribution(
                conversations + other.conversations,
                pick(firstSeen, other.firstSeen, Math::min),
                pick(lastSeen, other.lastSeen, Math::max),
                both(customerIds, other.customerIds),
                both(externalUserIds, other.externalUserIds),
                both(names, other.names),
                both(emails, other.emails),
                FieldShare.both(fields, other.fields));
    }

    private static SortedSet<String> both(SortedSet<String> a, SortedSet<String> b) {
        SortedSet<String> all = new TreeSet<>(a);
        all.addAll(b);
        return all;
    }

    private static @Nullable Long pick(@Nullable Long a, @Nullable Long b, LongBinaryOperator better) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return better.applyAsLong(a, b);
    }

    private static SortedSet<String> setOf(@Nullable String id) {
        return id == null ? new TreeSet<>() : new TreeSet<>(List.of(id));
    }
}
