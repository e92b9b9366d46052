package dev.ferry.core.cost;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a run has used of AWS so far, by phase, and what that costs.
///
/// It is what functions count. What lies between two functions in a state machine, logs, metrics and storage are
/// not in it, see [CostForecast].
///
/// @param used by phase
public record RunCost(PriceTable prices, SortedMap<String, UsedUnits> used) {
    private static final double THOUSAND = 1_000;

    public RunCost {
        used = Collections.unmodifiableSortedMap(new TreeMap<>(used));
    }

    /// The sum of bills. The stream is closed.
    public static RunCost of(PriceTable prices, Stream<Bill> bills) {
        SortedMap<String, UsedUnits> used = new TreeMap<>();
        try (bills) {
            bills.forEach(bill -> used.merge(bill.phase(), bill.used(), UsedUnits::plus));
        }
        return new RunCost(prices, used);
    }

    /// Whether nothing was billed yet.
    public boolean isEmpty() {
        return used.isEmpty();
    }

    /// What a phase costs. *Units*: US dollars
    public double of(String phase) {
        return prices.of(used.getOrDefault(phase, UsedUnits.NONE));
    }

    /// What all phases cost. *Units*: US dollars
    public double total() {
        return used.values().stream().mapToDouble(prices::of).sum();
    }

    /// What a thousand records cost; nothing before there are records. *Units*: US dollars
    public OptionalDouble perThousand(long records) {
        return records <= 0 ? OptionalDouble.empty() : OptionalDouble.of(total() * THOUSAND / records);
    }
}
