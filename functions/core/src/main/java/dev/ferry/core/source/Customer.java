package dev.ferry.core.source;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person, put together from all the ids and addresses that the evidence connects.
///
/// @param emailsSeen every spelling, in ascending order
/// @param structuredData of fields that describe people, in the order of their ids
/// @param organizationId the account the person belongs to, shard included; a parking account when there is none
public record Customer(
        CanonicalId id,
        KeyKind keyKind,
        @JsonUnwrapped PersonName personName,
        @Nullable String email,
        List<String> emailsSeen,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String domain,
        OrganizationHandling organizationHandling,
        @Nullable CanonicalId organizationId,
        List<String> externalUserIds,
        List<String> customerIds,
        boolean anonymous,
        boolean inCrosswalk,
        int crosswalkRows,
        int conversations,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt,
        List<LatestValue> structuredData) {
    public Customer {
        emailsSeen = List.copyOf(emailsSeen);
        externalUserIds = List.copyOf(externalUserIds);
        customerIds = List.copyOf(customerIds);
        structuredData = List.copyOf(structuredData);
    }
}
