package dev.ferry.intercom.client.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// The limit that Intercom announces with every answer: so many requests in a window of 10 seconds.
///
/// *Threading*: safe for concurrent use.
public final class WindowLimit {
    private final AtomicInteger announced = new AtomicInteger();
    private final IntConsumer onChange;

    /// A limit that is not known yet.
    ///
    /// @param onChange is told of each new limit
    public WindowLimit(IntConsumer onChange) {
        this.onChange = onChange;
    }

    /// The latest limit; 0 while no answer has announced one.
    public int latest() {
        return announced.get();
    }

    void announced(String header) {
        if (!header.matches("[1-9]\\d{0,6}")) {
            return;
        }
        int limit = Integer.parseInt(header);
        if (announced.getAndSet(limit) != limit) {
            onChange.accept(limit);
        }
    }
}
