package dev.ferry.local.intercom.http;

import java.util.function.Supplier;

/// Told of every exchange before its answer leaves, refusals included: tests check them against the official
/// description.
///
/// *Threading*: called from many threads.
@FunctionalInterface
public interface ExchangeObserver {

    /// Looks at an exchange, which is made when it is asked for.
    void exchanged(Supplier<Exchange> exchange);

    /// Looks at nothing.
    static ExchangeObserver none() {
        return exchange -> {};
    }
}
