package dev.ferry.infra;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a value at its first use and keeps it. *Threading*: safe for concurrent use.
final class StableSupplier<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    private StableSupplier(Supplier<T> source) {
        this.source = source;
    }

    static <T> Supplier<T> of(Supplier<T> source) {
        return new StableSupplier<>(source);
    }

    @Override
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = source.get();
            value = made;
        }
        return made;
    }
}
