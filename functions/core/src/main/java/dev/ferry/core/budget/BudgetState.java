package dev.ferry.core.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Everything that workers share about one budget. All changes are functions from one state to the next; a change
/// that changes nothing leaves the revision as it is.
///
/// @param revision grows by one with each change that is stored
public record BudgetState(
        long revision,
        BudgetSettings settings,
        Timeline timeline,
        DayUse day,
        Pushback pushback,
        @Nullable Refusal refusal) {

    /// How long a provider that counts no days is left alone when pushes have not helped.
    static final Duration PAUSE = Duration.ofMinutes(10);

    /// A budget of which nothing is used.
    public static BudgetState opened(BudgetSettings settings, Instant now) {
        return new BudgetState(
                0, settings, new Timeline(now), DayUse.of(settings.cap().dayOf(now)), Pushback.NONE, null);
    }

    /// What the asker gets at this moment.
    public Reservation reserve(Ask ask, Instant now) {
        if (refusal != null && refusal.secretVersion().equals(ask.secretVersion())) {
            return new Reservation.KeyRefused(refusal);
        }
        DailyCap cap = settings.cap();
        Instant earliest = cap.open(timeline.notBefore(now));
        LocalDate today = cap.dayOf(earliest);
        DayUse use = day.settle(ask.spending()).at(today);
        if (pushback.level() > 0 && earliest.isAfter(now.plus(BudgetSettings.CHECK_AHEAD))) {
            return isPaused() ? new Reservation.DaySpent(earliest) : new Reservation.NotYet(earliest);
        }
        long room = use.room(cap, ask.purpose());
        if (room == 0) {
            return new Reservation.DaySpent(cap.opens(today.plusDays(1)));
        }
        int slots = (int) Math.min(room, mostSlots(ask));
        return switch (timeline.offer(settings.pace(), now, earliest, slots)) {
            case Timeline.Later(Instant askAgain) -> new Reservation.NotYet(askAgain);
            case Timeline.Slots(Block block, Timeline after) -> grant(block, after, use);
        };
    }

    private boolean isPaused() {
        return pushback.level() > settings.pushes().size();
    }

    // After a refusal for pace, one request at a time finds out whether the provider accepts requests again; none is
    // given out ahead, so that the line is free at once when it does.
    private int mostSlots(Ask ask) {
        return pushback.level() > 0
                ? 1
                : Math.min(ask.slots(), settings.pace().lease().slots());
    }

    private Reservation grant(Block block, Timeline after, DayUse use) {
        int today = block.slotsBefore(settings.cap().closes(use.day()));
        if (today == 0) {
            return new Reservation.NotYet(settings.cap().opens(use.day().plusDays(1)));
        }
        Lease lease = new Lease(block.cut(today), use.day(), pushback.generation(), settings.pace());
        return new Reservation.Granted(
                new BudgetState(revision + 1, settings, after, use.reserve(today), pushback, refusal), lease);
    }

    /// Whether slots of a lease may still be used with a version of the secret.
    public boolean stands(Lease lease, String secretVersion) {
        boolean refused = refusal != null && refusal.secretVersion().equals(secretVersion);
        boolean over = day.spent() && day.day().equals(lease.day());
        return !refused && !over && lease.generation() == pushback.generation();
    }

    /// The state after a worker's account of its slots.
    public BudgetState settled(Spending spending) {
        return spending.isNone() || !spending.day().equals(day.day())
                ? this
                : with(timeline, day.settle(spending), pushback);
    }

    /// The state after the provider has refused a request for its pace: the timeline is pushed forward, and all
    /// slots given out before are void. When that has not helped as often as there are pushes, the day is spent;
    /// where the provider counts no days, nothing is sent for [#PAUSE].
    public BudgetState throttled(Slot slot, Instant now) {
        if (slot.generation() < pushback.generation()) {
            return this;
        }
        int level = pushback.level();
        if (level < settings.pushes().size()) {
            return with(new Timeline(now.plus(settings.pushes().get(level))), day, pushback.pushed());
        }
        return settings.cap().countsDays()
                ? with(timeline, day.at(slot.day()).over(), pushback.pushed().calm())
                : with(new Timeline(now.plus(PAUSE)), day, pushback.pushed());
    }

    /// The state after the provider has accepted a request again.
    public BudgetState calmed(Slot slot) {
        return pushback.level() == 0 || slot.generation() != pushback.generation()
                ? this
                : with(timeline, day, pushback.calm());
    }

    /// The state after the provider has refused a key: the breaker is open.
    public BudgetState refused(Refusal by) {
        return refusal != null && refusal.secretVersion().equals(by.secretVersion())
                ? this
                : new BudgetState(revision + 1, settings, timeline, day, pushback, by);
    }

    /// The state after an operator has decided to go on: breaker closed, day open, no push in force.
    public BudgetState reopened() {
        return new BudgetState(revision + 1, settings, timeline, day.reopened(), pushback.calm(), null);
    }

    /// The state with other settings.
    public BudgetState configured(BudgetSettings other) {
        return other.equals(settings) ? this : new BudgetState(revision + 1, other, timeline, day, pushback, refusal);
    }

    private BudgetState with(Timeline line, DayUse use, Pushback push) {
        return new BudgetState(revision + 1, settings, line, use, push, refusal);
    }
}
