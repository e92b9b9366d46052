package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One account: a company, or one share of a company too large for one account, or a parking account.
///
/// @param shard number of this share from 1, of `shards`
/// @param structuredData of fields that describe organisations, in the order of their ids; the same for all shares
/// @param largest whether no organisation has more contacts
public record Organization(
        CanonicalId id,
        String name,
        boolean nameKnown,
        List<String> names,
        @Nullable String domain,
        OrganizationHandling handling,
        boolean placeholder,
        int shard,
        int shards,
        int contacts,
        int conversations,
        boolean largest,
        List<LatestValue> structuredData) {
    public Organization {
        names = List.copyOf(names);
        structuredData = List.copyOf(structuredData);
    }
}
