package dev.ferry.handlers.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value made at its first use.
///
/// *Threading*: safe for concurrent use; the value is made once.
public final class Lazy<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    /// A value that is made by a source.
    public Lazy(Supplier<T> source) {
        this.source = source;
    }

    /// The value.
    public synchronized T get() {
        var made = value;
        if (made == null) {
            made = source.get();
            value = made;
        }
        return made;
    }
}
