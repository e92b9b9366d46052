package dev.ferry.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.budget.BudgetStore.Replacement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every budget store does, whatever it stands on. Subclasses give an empty store.
public abstract class BudgetStoreContractTest {
    private static final BudgetName NAME = new BudgetName("provider:tenant");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123456Z");

    /// A new and empty store.
    protected abstract BudgetStore emptyStore();

    @Test
    void knowsNothingBeforeTheFirstChange() {
        assertThat(emptyStore().find(NAME)).isEmpty();
    }

    @Test
    void givesBackWhatWasPut() {
        BudgetStore store = emptyStore();
        BudgetState state = state(1, new Refusal("v7", "401-01", NOW));
        assertThat(store.replace(NAME, state)).isEqualTo(new Replacement.Done());
        assertThat(store.find(NAME)).contains(state);
    }

    @Test
    void givesBackABudgetWithoutCapAndRefusal() {
        BudgetStore store = emptyStore();
        BudgetState state = BudgetState.opened(BudgetSettings.standard(1).withCap(DailyCap.none()), NOW)
                .reopened();
        store.replace(NAME, state);
        assertThat(store.find(NAME)).contains(state);
    }

    @Test
    void keepsBudgetsApart() {
        BudgetStore store = emptyStore();
        store.replace(NAME, state(1, null));
        assertThat(store.find(new BudgetName("provider:other"))).isEmpty();
    }

    @Test
    void refusesSecondReplacementOfOneState() {
        BudgetStore store = emptyStore();
        BudgetState first = state(1, null);
        BudgetState second = first.reopened();
        store.replace(NAME, first);
        assertThat(store.replace(NAME, state(1, null))).isEqualTo(new Replacement.Overtaken(first));
        assertThat(store.replace(NAME, second)).isEqualTo(new Replacement.Done());
        assertThat(store.replace(NAME, second)).isEqualTo(new Replacement.Overtaken(second));
        assertThat(store.find(NAME)).contains(second);
    }

    @Test
    void givesNoSlotTwiceToWorkersThatAskAtOnce() throws InterruptedException, ExecutionException {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        BudgetStore store = emptyStore();
        Pace pace = new Pace(
                Rate.perSecond(100),
                Rate.perSecond(80),
                Duration.ZERO,
                Duration.ZERO,
                new Pace.LeaseSize(7, Duration.ofHours(1)));
        BudgetSettings settings = BudgetSettings.standard(500).withPace(pace);
        List<Future<List<Slot>>> workers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < 8; worker++) {
                workers.add(threads.submit(() -> leaseAll(new SharedBudget(store, NAME, settings, clock))));
            }
        }
        List<Instant> all = new ArrayList<>();
        for (Future<List<Slot>> worker : workers) {
            worker.get().forEach(slot -> all.add(slot.at()));
        }
        assertThat(all).hasSize(441).doesNotHaveDuplicates();
        assertThat(store.find(NAME))
                .hasValueSatisfying(state -> assertThat(state.day().reserved()).isEqualTo(441));
    }

    private static List<Slot> leaseAll(SharedBudget budget) {
        List<Slot> slots = new ArrayList<>();
        while (budget.reserve(new Ask(7, Purpose.WORK, "v1", Spending.none()))
                instanceof Reservation.Granted(BudgetState _, Lease lease)) {
            for (int slot = 0; slot < lease.block().slots(); slot++) {
                slots.add(lease.slot(slot));
            }
        }
        return slots;
    }

    private static BudgetState state(long revision, @Nullable Refusal refusal) {
        Pace pace = new Pace(
                new Rate(166, Duration.ofSeconds(10)),
                new Rate(150, Duration.ofSeconds(10)),
                Duration.ofMillis(7),
                Duration.ofMillis(9),
                new Pace.LeaseSize(4, Duration.ofSeconds(3)));
        DailyCap cap = new DailyCap(12_345, 0.75, 0.05, ZoneId.of("America/Los_Angeles"), Duration.ofMillis(1_500));
        return new BudgetState(
                revision,
                new BudgetSettings(pace, cap, List.of(Duration.ofSeconds(1), Duration.ofMillis(2_500))),
                new Timeline(NOW),
                new DayUse(LocalDate.parse("2026-03-02"), 99, 42, true),
                new Pushback(2, 17),
                refusal);
    }
}
