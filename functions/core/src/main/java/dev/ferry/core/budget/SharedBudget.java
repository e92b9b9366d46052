package dev.ferry.core.budget;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;

/// One budget as its workers share it: each change is one conditional write, made again on what stands there when
/// somebody else was first.
///
/// *Threading*: safe for concurrent use, in this process and in others.
///
/// *Errors*: `STORE_UNAVAILABLE` when the store does not answer, or others were first a hundred times.
public final class SharedBudget {
    private static final int MOST_TRIES = 100;

    private final BudgetStore store;
    private final BudgetName name;
    private final BudgetSettings initial;
    private final Clock clock;

    /// A budget in a store.
    ///
    /// @param initial the settings until somebody changes them
    public SharedBudget(BudgetStore store, BudgetName name, BudgetSettings initial, Clock clock) {
        this.store = store;
        this.name = name;
        this.initial = initial;
        this.clock = clock;
    }

    /// Which budget it is.
    public BudgetName name() {
        return name;
    }

    /// What stands in the store.
    public BudgetState current() {
        return store.find(name).orElseGet(() -> BudgetState.opened(initial, clock.instant()));
    }

    /// Takes slots, when there are any.
    public Reservation reserve(Ask ask) {
        BudgetState seen = current();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Reservation answer = seen.reserve(ask, clock.instant());
            if (!(answer instanceof Reservation.Granted granted)) {
                return answer;
            }
            switch (store.replace(name, granted.after())) {
                case BudgetStore.Replacement.Done() -> {
                    return granted;
                }
                case BudgetStore.Replacement.Overtaken(BudgetState current) -> seen = current;
            }
        }
        throw contended();
    }

    /// Accounts for slots.
    public void settle(Spending spending) {
        change(state -> state.settled(spending));
    }

    /// Tells everybody that the provider has refused a request for its pace.
    public BudgetState throttled(Slot slot) {
        Instant now = clock.instant();
        return change(state -> state.throttled(slot, now));
    }

    /// Tells everybody that the provider accepts requests again.
    public BudgetState calmed(Slot slot) {
        return change(state -> state.calmed(slot));
    }

    /// Opens the breaker for a version of the secret.
    public BudgetState refused(String secretVersion, String reason) {
        Refusal refusal = new Refusal(secretVersion, reason, clock.instant());
        return change(state -> state.refused(refusal));
    }

    /// Closes the breaker and opens a day that the provider had declared spent; an operator's decision.
    public BudgetState reopen() {
        return change(BudgetState::reopened);
    }

    /// Changes the settings for everybody, from the next lease on.
    public BudgetState configure(BudgetSettings settings) {
        return change(state -> state.configured(settings));
    }

    private BudgetState change(UnaryOperator<BudgetState> change) {
        BudgetState seen = current();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            BudgetState next = change.apply(seen);
            if (next.revision() == seen.revision()) {
                return seen;
            }
            switch (store.replace(name, next)) {
                case BudgetStore.Replacement.Done() -> {
                    return next;
                }
                case BudgetStore.Replacement.Overtaken(BudgetState current) -> seen = current;
            }
        }
        throw contended();
    }

    private FerryException contended() {
        return new FerryException(
                ErrorCode.STORE_UNAVAILABLE,
                "budget %s was changed by others %d times in a row".formatted(name, MOST_TRIES));
    }
}
