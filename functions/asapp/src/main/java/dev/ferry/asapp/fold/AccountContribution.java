package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the customers of one bucket say about one organisation.
///
/// @param shares by account id, since a large organisation is several accounts
/// @param names names of the company, with the place that gives each: the first in the order of the crosswalk
/// counts
/// @param fields structured values that describe it, by field
record AccountContribution(
        @Nullable String domain,
        SortedMap<String, Share> shares,
        SortedMap<String, String> names,
        SortedMap<String, FieldShare> fields) {
    /// One person's contribution.
    static AccountContribution of(
            @Nullable String domain,
            CanonicalId account,
            int conversations,
            SortedMap<String, String> names,
            SortedMap<String, FieldShare> fields) {
        SortedMap<String, Share> shares = new TreeMap<>();
        shares.put(account.value(), new Share(1, conversations));
        return new AccountContribution(domain, shares, names, fields);
    }

    /// Both together.
    AccountContribution plus(AccountContribution other) {
        SortedMap<String, Share> allShares = new TreeMap<>(shares);
        other.shares.forEach((account, share) -> allShares.merge(account, share, Share::plus));
        SortedMap<String, String> allNames = new TreeMap<>(names);
        allNames.putAll(other.names);
        return new AccountContribution(domain, allShares, allNames, FieldShare.both(fields, other.fields));
    }

    /// How many people and conversations one account has.
    record Share(int contacts, int conversations) {
        Share plus(Share other) {
            return new Share(contacts + other.contacts, conversations + other.conversations);
        }
    }
}
