package dev.ferry.intercom.client.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// The limit that Intercom announces with every answer: so many requests in a window of 10 seconds.
///
/// *Threading*: safe for concurrent use.
public final class WindowLimit {
    private static final String COUNT = "\\d{1,7}";

    private final AtomicInteger announced = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
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

    /// How many requests the window had left at the latest answer; 0 while none has said so.
    public int left() {
        return left.get();
    }

    void remaining(String header) {
        if (header.matches(COUNT)) {
            left.set(Integer.parseInt(header));
        }
    }

    void announced(String header) {
        int limit = header.matches(COUNT) ? Integer.parseInt(header) : 0;
        if (limit == 0) {
            return;
        }
        if (announced.getAndSet(limit) != limit) {
            onChange.accept(limit);
        }
    }
}
