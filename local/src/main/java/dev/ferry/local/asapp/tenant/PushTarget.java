package dev.ferry.local.asapp.tenant;

import dev.ferry.local.simulation.Checks;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one feed of events is pushed to, as ASAPP configures it for a customer.
///
/// @param url the customer's endpoint; none: the feed is not pushed
/// @param timeoutMs how long an answer may take
/// @param retries failures after which the event is dropped
/// @param eventList the types that are pushed; empty for all
public record PushTarget(@Nullable URI url, int timeoutMs, int retries, List<String> eventList) {

    private static final PushTarget OFF = new PushTarget(null, 5_000, 3, List.of());

    public PushTarget {
        eventList = List.copyOf(eventList);
        Checks.atLeast("timeoutMs", timeoutMs, 1);
        Checks.atLeast("retries", retries, 0);
    }

    /// Nothing is pushed. A target that names only its URL waits five seconds and gives up after three failures.
    public static PushTarget off() {
        return OFF;
    }
}
