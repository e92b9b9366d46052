package dev.ferry.core.source;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One agent of the contact centre, whether or not a user of the target is known for it.
///
/// @param repId the source's id; absent for an agent that only the crosswalk knows
/// @param sharedEmail whether another agent has the same address
public record Agent(
        CanonicalId id,
        @Nullable String repId,
        @Nullable String crmRepId,
        @Nullable String externalAgentId,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable EmailSource emailSource,
        boolean inReps,
        boolean inCrosswalk,
        @Nullable Boolean crosswalkActive,
        @Nullable Instant disabledAt,
        @Nullable String status,
        @Nullable Integer maxConcurrency,
        @Nullable CanonicalId supervisorId,
        SortedMap<String, String> attributes,
        @JsonUnwrapped AgentWorkload workload,
        boolean sharedEmail) {
    public Agent {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
}
