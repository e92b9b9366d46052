package dev.ferry.core.budget;

import dev.ferry.core.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A worker's share of a budget: leases slots, waits for them and hands them out.
///
/// The biggest advantage: no thread waits for another one's request, and nothing runs in the background. The
/// biggest limitation: to use a rate to the full, as many threads must take turns as requests are under way at that
/// rate.
///
/// *Shape*: a lease is asked for when the slots in hand are gone. It holds as many slots as requests are expected;
/// where nobody has said, as many as threads are waiting, and four times as many as the one before if that was used
/// up; at most the lease of the pace. What nobody needed is given back with the next ask, or when the pacer is
/// closed.
///
/// *Threading*: safe for concurrent use. One pacer serves one invocation: it is closed at its end.
public final class Pacer implements RequestBudget, AutoCloseable {
    private static final int GROWTH = 4;

    private final SharedBudget budget;
    private final String secretVersion;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Lock leasing = new ReentrantLock();
    private final Deque<HeldLease> held = new ArrayDeque<>();
    private final Accounts accounts = new Accounts();
    private Instant lastSent = Instant.MIN;
    private Instant askAgain = Instant.MIN;
    private int waiting;
    private int expected;
    private int lastAsk;
    private long pushedGeneration = -1;

    /// A pacer that sends with a version of a secret.
    public Pacer(SharedBudget budget, String secretVersion, Clock clock, Sleeper sleeper) {
        this.budget = budget;
        this.secretVersion = secretVersion;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    private sealed interface Claim {
        record Taken(HeldLease from, Slot slot) implements Claim {}

        record Wait(Instant until) implements Claim {}

        record Stop(Turn turn) implements Claim {}
    }

    /// Says that so many requests more are to come, so that leases are as large as they are.
    public synchronized void expect(int requests) {
        expected = (int) Math.min(Integer.MAX_VALUE, (long) expected + requests);
    }

    @Override
    public Turn take(Purpose purpose) throws InterruptedException {
        arrive(1);
        try {
            while (true) {
                switch (claim(purpose)) {
                    case Claim.Stop(Turn turn) -> {
                        return turn;
                    }
                    case Claim.Wait(Instant until) -> sleepUntil(until);
                    case Claim.Taken(HeldLease from, Slot slot) -> {
                        if (awaited(from, slot)) {
                            return new Turn.Go(slot);
                        }
                    }
                }
            }
        } finally {
            arrive(-1);
        }
    }

    private synchronized void arrive(int threads) {
        waiting += threads;
    }

    private Claim claim(Purpose purpose) {
        return inHand().orElseGet(() -> {
            leasing.lock();
            try {
                return inHand().orElseGet(() -> lease(purpose));
            } finally {
                leasing.unlock();
            }
        });
    }

    private synchronized Optional<Claim> inHand() {
        Instant now = clock.instant();
        while (!held.isEmpty()) {
            HeldLease first = held.peek();
            if (first.left() == 0) {
                held.remove();
                continue;
            }
            Slot slot = first.takeSlot();
            if (!isTooLate(first, slot, now)) {
                return Optional.of(new Claim.Taken(first, slot));
            }
            accounts.unused(slot.day(), 1);
            lastAsk = 0;
        }
        return now.isBefore(askAgain) ? Optional.of(new Claim.Wait(askAgain)) : Optional.empty();
    }

    private Claim lease(Purpose purpose) {
        return switch (ask(Purpose.WORK)) {
            case Claim.Stop(Turn.Parked _) when purpose == Purpose.RETRY -> ask(Purpose.RETRY);
            case Claim claim -> claim;
        };
    }

    private Claim ask(Purpose purpose) {
        Ask ask = nextAsk(purpose);
        return received(ask, budget.reserve(ask));
    }

    private synchronized Ask nextAsk(Purpose purpose) {
        int slots = switch (purpose) {
            case WORK -> Math.max(Math.max(waiting, expected), GROWTH * lastAsk);
            case RETRY -> 1;
        };
        return new Ask(slots, purpose, secretVersion, accounts.current());
    }

    private synchronized Claim received(Ask ask, Reservation answer) {
        return switch (answer) {
            case Reservation.Granted(BudgetState after, Lease lease) -> {
                accounts.settled(ask.spending());
                lastAsk = lease.block().slots();
                pushedGeneration = after.pushback().level() > 0 ? lease.generation() : -1;
                HeldLease fresh = new HeldLease(lease, clock.instant());
                held.add(fresh);
                yield new Claim.Taken(fresh, fresh.takeSlot());
            }
            case Reservation.NotYet(Instant again) -> {
                askAgain = again;
                yield new Claim.Wait(again);
            }
            case Reservation.DaySpent(Instant until) -> new Claim.Stop(new Turn.Parked(until));
            case Reservation.KeyRefused(Refusal refusal) -> new Claim.Stop(new Turn.Halted(refusal));
        };
    }

    /// Waits for a slot. False when it may not be used after all.
    private boolean awaited(HeldLease from, Slot slot) throws InterruptedException {
        boolean sent = false;
        try {
            sleepUntil(from.lease().block().first().minus(BudgetSettings.CHECK_AHEAD));
            if (!from.check(budget, secretVersion)) {
                giveUp(from);
                return false;
            }
            sleepUntil(slot.at());
            sent = send(from, slot);
            return sent;
        } finally {
            if (!sent) {
                unused(slot);
            }
        }
    }

    private boolean send(HeldLease from, Slot slot) throws InterruptedException {
        while (true) {
            Instant free = sendOrWait(from, slot);
            if (free.equals(Instant.MIN)) {
                return true;
            }
            if (free.equals(Instant.MAX)) {
                return false;
            }
            sleepUntil(free);
        }
    }

    // MIN when it is sent, MAX when it is too late, else when this worker's last request is far enough away.
    private synchronized Instant sendOrWait(HeldLease from, Slot slot) {
        Instant now = clock.instant();
        if (isTooLate(from, slot, now)) {
            return Instant.MAX;
        }
        Duration spacing = from.lease().pace().limit().spacing();
        if (lastSent.isAfter(now.minus(spacing))) {
            return lastSent.plus(spacing);
        }
        lastSent = now;
        expected = Math.max(0, expected - 1);
        accounts.sent(slot.day());
        return Instant.MIN;
    }

    private static boolean isTooLate(HeldLease from, Slot slot, Instant now) {
        return now.isAfter(slot.at().plus(from.lease().pace().maxLateness()));
    }

    private synchronized void giveUp(HeldLease lease) {
        accounts.unused(lease.lease().day(), lease.giveUp());
    }

    private synchronized void unused(Slot slot) {
        accounts.unused(slot.day(), 1);
    }

    @Override
    public void accepted(Slot slot) {
        if (endsPush(slot)) {
            budget.calmed(slot);
        }
    }

    private synchronized boolean endsPush(Slot slot) {
        boolean ends = slot.generation() == pushedGeneration;
        if (ends) {
            pushedGeneration = -1;
        }
        return ends;
    }

    @Override
    public void throttled(Slot slot) {
        budget.throttled(slot);
        giveUpAll();
    }

    @Override
    public void keyRefused(Slot slot, String reason) {
        budget.refused(secretVersion, reason);
        giveUpAll();
    }

    private synchronized void giveUpAll() {
        held.forEach(this::giveUp);
        held.clear();
        askAgain = Instant.MIN;
        lastAsk = 0;
    }

    private void sleepUntil(Instant moment) throws InterruptedException {
        for (Instant now = clock.instant(); now.isBefore(moment); now = clock.instant()) {
            sleeper.sleep(Duration.between(now, moment));
        }
    }

    /// Gives back what nobody needed, and accounts for what was sent.
    @Override
    public void close() {
        giveUpAll();
        settle();
    }

    private void settle() {
        Spending spending = account();
        budget.settle(spending);
        accounted(spending);
    }

    private synchronized Spending account() {
        return accounts.current();
    }

    private synchronized void accounted(Spending spending) {
        accounts.settled(spending);
    }
}
