package dev.ferry.intercom.client;

import java.util.Optional;
import java.util.function.Supplier;

/// A 404 as an answer.
final class Absence {
    private Absence() {}

    static <T> Optional<T> of(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (IntercomException failure) {
            if (failure.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
