package dev.ferry.core.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Many workers on one budget in virtual time: clocks that differ, a store that takes its time, threads that wake
/// up late, and workers that die in the middle of anything.
final class SimulatedFleet {
    private static final BudgetName NAME = new BudgetName("provider:tenant");

    private final Conditions conditions;
    private final VirtualTime time;
    private final Random random;
    private final BudgetStore store = new InMemoryBudgetStore();
    private final List<Instant> sent = new ArrayList<>();
    private int deaths;
    private int late;

    /// @param meanLife of a worker
    record Conditions(int workers, BudgetSettings settings, Duration skew, Duration meanLife, long seed) {}

    SimulatedFleet(Conditions conditions, Instant start) {
        this.conditions = conditions;
        this.time = new VirtualTime(start);
        this.random = new Random(conditions.seed());
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Lets all workers send for a time. Answers when each request left, in true time.
    List<Instant> run(Duration duration) throws InterruptedException {
        Instant end = time.now().plus(duration);
        List<Thread> threads = new ArrayList<>();
        List<Duration> offsets = new ArrayList<>();
        for (int worker = 0; worker < conditions.workers(); worker++) {
            double part = conditions.workers() == 1 ? 0 : worker / (conditions.workers() - 1.0) - 0.5;
            offsets.add(Duration.ofNanos((long) (conditions.skew().toNanos() * part)));
        }
        Thread gate = time.start(() -> {
            for (Duration offset : offsets) {
                threads.add(time.start(() -> work(offset, end)));
            }
        });
        gate.join();
        for (Thread thread : threads) {
            thread.join();
        }
        return sent.stream().sorted().toList();
    }

    int sentAfterTheEnd() {
        return late;
    }

    int deaths() {
        return deaths;
    }

    BudgetState state() {
        return store.find(NAME).orElseThrow();
    }

    private void work(Duration offset, Instant end) {
        while (time.now().isBefore(end)) {
            try {
                pause(random.nextInt(200));
                live(offset, end);
            } catch (Killed e) {
                deaths++;
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts here", e);
            }
        }
    }

    private void live(Duration offset, Instant end) throws InterruptedException {
        Instant death = time.now().plusMillis((long)
                (-Math.log(1 - random.nextDouble()) * conditions.meanLife().toMillis()));
        var budget = new SharedBudget(slowly(death), NAME, conditions.settings(), time.clock(offset));
        Pacer pacer = new Pacer(budget, "v1", time.clock(offset), wished -> {
            dieAt(death);
            time.sleep(wished.plusNanos(oversleep()));
        });
        pacer.expect(1_000_000);
        while (time.now().isBefore(end)) {
            switch (pacer.take(Purpose.WORK)) {
                case Turn.Go(Slot _) -> note(end);
                case Turn.Parked(Instant until) ->
                    time.sleep(Duration.between(time.clock(offset).instant(), until)
                            .plusMillis(1));
                case Turn.Halted(Refusal refusal) -> throw new IllegalStateException(refusal.reason());
            }
        }
        pacer.close();
    }

    // What leaves after the end, on slots that were reserved before it, is not of the measurement.
    private void note(Instant end) {
        if (time.now().isBefore(end)) {
            sent.add(time.now());
        } else {
            late++;
        }
    }

    // Usually a fraction of a millisecond, now and then longer than a slot may be late.
    private long oversleep() {
        return random.nextInt(1_000) == 0 ? 150_000_000 : random.nextInt(1_000_000);
    }

    private void dieAt(Instant death) {
        if (time.now().isAfter(death)) {
            throw new Killed();
        }
    }

    private void pause(int millis) {
        try {
            time.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }

    private BudgetStore slowly(Instant death) {
        return new BudgetStore() {
            @Override
            public Optional<BudgetState> find(BudgetName name) {
                pause(1 + random.nextInt(8));
                var found = store.find(name);
                pause(1 + random.nextInt(8));
                return found;
            }

            @Override
            public Replacement replace(BudgetName name, BudgetState next) {
                pause(1 + random.nextInt(8));
                dieAt(death);
                var end = store.replace(name, next);
                pause(1 + random.nextInt(8));
                dieAt(death);
                return end;
            }
        };
    }
}
