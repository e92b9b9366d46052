package dev.ferry.local.intercom.http;

import dev.ferry.local.intercom.workspace.FaultKind;
import dev.ferry.local.intercom.workspace.Faults;
import dev.ferry.local.intercom.workspace.PlannedFault;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what goes wrong with a call: what is planned for it, else chance.
///
/// *Threading*: safe for concurrent use.
public final class FaultPlan {
    private final Workspace workspace;
    private final List<Waiting> waiting = new ArrayList<>();

    /// A planned fault and how many of its calls have come by.
    private static final class Waiting {
        private final PlannedFault fault;
        private int seen;

        private Waiting(PlannedFault fault) {
            this.fault = fault;
        }

        private boolean strikes() {
            seen++;
            return seen > fault.skip();
        }

        private boolean isOver() {
            return seen >= fault.skip() + fault.times();
        }
    }

    /// What happens to a call.
    ///
    /// @param status of no meaning to the kinds without an answer of their own
    public record Strike(FaultKind kind, int status) {}

    public FaultPlan(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Adds a fault.
    public synchronized void add(PlannedFault fault) {
        waiting.add(new Waiting(fault));
    }

    /// Forgets all planned faults.
    public synchronized void clear() {
        waiting.clear();
    }

    /// The planned faults that are not over.
    public synchronized List<PlannedFault> planned() {
        return waiting.stream().map(entry -> entry.fault).toList();
    }

    /// What happens to a call of a route.
    public Optional<Strike> strike(String route) {
        return planned(route).or(this::byChance);
    }

    private synchronized Optional<Strike> planned(String route) {
        for (Waiting entry : waiting) {
            PlannedFault fault = entry.fault;
            if (fault.call().equals("*") || fault.call().equals(route)) {
                boolean strikes = entry.strikes();
                if (entry.isOver()) {
                    waiting.remove(entry);
                }
                if (strikes) {
                    return Optional.of(new Strike(fault.kind(), fault.status()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Strike> byChance() {
        Faults faults = workspace.knobs().faults();
        List<Integer> statuses = faults.error5xxStatuses();
        if (hits(faults.dropRate())) {
            return Optional.of(new Strike(FaultKind.DROP, 0));
        }
        if (hits(faults.error429Rate())) {
            return Optional.of(new Strike(FaultKind.STATUS, 429));
        }
        if (hits(faults.error5xxRate())) {
            int status = statuses.get(workspace.chance().below(statuses.size()));
            return Optional.of(new Strike(FaultKind.STATUS, status));
        }
        if (hits(faults.timeoutRate())) {
            return Optional.of(new Strike(FaultKind.STATUS_AFTER, 408));
        }
        if (hits(faults.lostAnswerRate())) {
            return Optional.of(new Strike(FaultKind.DROP_AFTER, 0));
        }
        if (hits(faults.malformedRate())) {
            return Optional.of(new Strike(FaultKind.MALFORMED, 0));
        }
        return hits(faults.deliverTwiceRate()) ? Optional.of(new Strike(FaultKind.TWICE, 0)) : Optional.empty();
    }

    private boolean hits(double rate) {
        return workspace.chance().strikes(rate);
    }
}
