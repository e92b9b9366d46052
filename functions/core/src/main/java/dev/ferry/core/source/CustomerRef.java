package dev.ferry.core.source;

import org.jspecify.annotations.Nullable;

/// The person a conversation was with.
///
/// @param id canonical id of the customer, absent when the source names nobody
/// @param anonymous whether the source never learned who the person is
public record CustomerRef(
        @Nullable CanonicalId id,
        @Nullable String customerId,
        @Nullable String externalUserId,
        boolean anonymous) {}
