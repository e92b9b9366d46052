package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// What became of one question of a page.
///
/// @param <A> of the answer
sealed interface Asked<A> {
    /// It was answered, be it that there is nothing.
    record Answered<A>(A answer) implements Asked<A> {}

    /// It was refused for what it asks (400, 413, 422), so it is not asked again. *Source*: ASAPP, API Rate Limits
    /// and Retry Logic.
    record Refused<A>(AsappException refusal) implements Asked<A> {}

    /// It was not answered for a reason that is not its own: the day is spent, the key was refused, the server has
    /// a fault.
    record Failed<A>(AsappException failure) implements Asked<A> {}

    /// Asks, and keeps what comes of it.
    static <A> Callable<Asked<A>> asking(Supplier<A> question) {
        return () -> {
            try {
                return new Answered<>(question.get());
            } catch (AsappException failure) {
                return failure.code() == ErrorCode.REFUSED ? new Refused<>(failure) : new Failed<>(failure);
            }
        };
    }

    /// The first failure among questions.
    static <A> Optional<AsappException> failure(List<Asked<A>> questions) {
        return questions.stream()
                .<AsappException>mapMulti((asked, failures) -> {
                    if (asked instanceof Failed<A>(AsappException failure)) {
                        failures.accept(failure);
                    }
                })
                .findFirst();
    }
}
