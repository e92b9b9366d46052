package dev.ferry.salesforce.client.internal;

import dev.ferry.salesforce.client.ApiUsage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What is known of the calls used: those of this client, and the org's as the latest answer told. Threading:
/// safe.
public final class UsageMeter {
    private final AtomicLong calls = new AtomicLong();
    private volatile @Nullable ApiUsage latest;

    void sent() {
        calls.incrementAndGet();
    }

    void answered(ApiResponse response) {
        response.header("Sforce-Limit-Info").flatMap(ApiUsage::parse).ifPresent(usage -> latest = usage);
    }

    /// The requests that this client has sent, repetitions included.
    public long calls() {
        return calls.get();
    }

    /// The org's usage as the latest answer told it.
    public Optional<ApiUsage> latest() {
        return Optional.ofNullable(latest);
    }
}
