package dev.ferry.local.intercom.workspace;

import dev.ferry.local.simulation.Checks;
import java.util.List;

/// What goes wrong by chance, all off at first. Chance is drawn from the simulator's seed; what is to go wrong at a
/// certain call is a [PlannedFault].
///
/// *Shape*: rates are from 0 to 1.
///
/// - `error429Rate` requests that are answered with 429 though no limit is reached
/// - `error5xxRate` requests that are answered with one of `error5xxStatuses` [500, 502, 503, 504], before anything
///   happened
/// - `timeoutRate` requests that are answered with 408 after they were done
/// - `dropRate` requests whose connection breaks before anything happened
/// - `lostAnswerRate` requests whose connection breaks after they were done
/// - `malformedRate` requests that are done and answered with cut-off JSON
/// - `deliverTwiceRate` requests that are done twice
/// - `latencyMs` [0] time that every request takes
public record Faults(
        double error429Rate,
        double error5xxRate,
        List<Integer> error5xxStatuses,
        double timeoutRate,
        double dropRate,
        double lostAnswerRate,
        double malformedRate,
        double deliverTwiceRate,
        int latencyMs) {

    public Faults {
        error5xxStatuses = List.copyOf(error5xxStatuses);
        Checks.rate("error429Rate", error429Rate);
        Checks.rate("error5xxRate", error5xxRate);
        Checks.rate("timeoutRate", timeoutRate);
        Checks.rate("dropRate", dropRate);
        Checks.rate("lostAnswerRate", lostAnswerRate);
        Checks.rate("malformedRate", malformedRate);
        Checks.rate("deliverTwiceRate", deliverTwiceRate);
        Checks.between("latencyMs", latencyMs, 0, 60_000);
        if (error5xxStatuses.isEmpty()) {
            throw new IllegalArgumentException("error5xxStatuses names at least one status");
        }
        error5xxStatuses.forEach(status -> Checks.between("error5xxStatuses", status, 500, 599));
    }

    /// No faults.
    public static Faults none() {
        return new Faults(0, 0, List.of(500, 502, 503, 504), 0, 0, 0, 0, 0, 0);
    }
}
