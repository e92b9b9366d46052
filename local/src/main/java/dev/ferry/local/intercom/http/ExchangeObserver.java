package dev.ferry.local.intercom.http;

import java.util.function.Supplier;

/// Told of every exchange of an app that got past the door, before its answer leaves: tests check them against the
/// official description.
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
