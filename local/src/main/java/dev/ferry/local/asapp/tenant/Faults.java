package dev.ferry.local.asapp.tenant;

import dev.ferry.local.simulation.Checks;
import java.util.List;

/// What goes wrong on purpose, all off at first. Chance is drawn from the simulator's seed.
///
/// *Shape*: rates are from 0 to 1.
///
/// - `error5xxRate` requests that are answered with one of `error5xxStatuses` [500, 503]
/// - `error429Rate` requests that are answered with 429 though no limit is reached
/// - `dropConnectionRate` requests whose connection breaks before the answer
/// - `latencyMs` [0] time that every request takes
/// - `downloadErrorRate` downloads that are answered with 503
/// - `downloadCutRate` downloads that break off half-way
/// - `refusedConversations` [none] ids and external ids of conversations of which every question is answered with
///   400; `*` for all
public record Faults(
        double error5xxRate,
        List<Integer> error5xxStatuses,
        double error429Rate,
        double dropConnectionRate,
        int latencyMs,
        double downloadErrorRate,
        double downloadCutRate,
        List<String> refusedConversations) {

    public Faults {
        error5xxStatuses = List.copyOf(error5xxStatuses);
        refusedConversations = List.copyOf(refusedConversations);
        Checks.rate("error5xxRate", error5xxRate);
        Checks.rate("error429Rate", error429Rate);
        Checks.rate("dropConnectionRate", dropConnectionRate);
        Checks.between("latencyMs", latencyMs, 0, 60_000);
        Checks.rate("downloadErrorRate", downloadErrorRate);
        Checks.rate("downloadCutRate", downloadCutRate);
        if (error5xxStatuses.isEmpty()) {
            throw new IllegalArgumentException("error5xxStatuses names at least one status");
        }
        error5xxStatuses.forEach(status -> Checks.between("error5xxStatuses", status, 500, 599));
    }

    /// No faults.
    public static Faults none() {
        return new Faults(0, List.of(500, 503), 0, 0, 0, 0, 0, List.of());
    }

    /// Whether questions about a conversation are refused.
    public boolean refuses(String id) {
        return refusedConversations.contains(id) || refusedConversations.contains("*");
    }
}
