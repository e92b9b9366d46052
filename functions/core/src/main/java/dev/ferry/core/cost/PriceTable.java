package dev.ferry.core.cost;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What one of each unit costs. *Units*: US dollars, before taxes, free tier and discounts.
///
/// @param asOf the day of which the prices are
/// @param region whose prices they are
/// @param dollars has every unit
public record PriceTable(LocalDate asOf, String region, Map<BillingUnit, Double> dollars) {

    public PriceTable {
        dollars = Map.copyOf(dollars);
        Set<BillingUnit> missing = EnumSet.allOf(BillingUnit.class);
        missing.removeAll(dollars.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the prices of %s have none for %s".formatted(asOf, missing));
        }
    }

    /// List prices of us-east-1, functions on arm64, tables on demand.
    ///
    /// *Source*: the price pages of the services; other regions are up to a third dearer.
    public static PriceTable standard() {
        return new PriceTable(
                LocalDate.of(2026, 11, 1),
                "us-east-1",
                Map.ofEntries(
                        entry(BillingUnit.GB_SECONDS, 0.0000133334),
                        entry(BillingUnit.REQUESTS, 0.000_000_2),
                        entry(BillingUnit.STATE_TRANSITIONS, 0.000_025),
                        entry(BillingUnit.WRITE_UNITS, 0.000_000_625),
                        entry(BillingUnit.READ_UNITS, 0.000_000_125),
                        entry(BillingUnit.OBJECT_WRITES, 0.000_005),
                        entry(BillingUnit.OBJECT_READS, 0.000_000_4),
                        entry(BillingUnit.QUEUE_REQUESTS, 0.000_000_4),
                        entry(BillingUnit.TABLE_GB_MONTHS, 0.25),
                        entry(BillingUnit.OBJECT_GB_MONTHS, 0.023),
                        entry(BillingUnit.LOGGED_GB, 0.50),
                        entry(BillingUnit.METRICS, 0.30),
                        entry(BillingUnit.KEYS, 1.00)));
    }

    /// What so much of one unit costs.
    public double of(BillingUnit unit, double amount) {
        Double price = dollars.get(unit);
        if (price == null) {
            throw new IllegalStateException("there is no price of " + unit);
        }
        return price * amount;
    }

    /// What all of it costs.
    public double of(UsedUnits used) {
        return used.amounts().entrySet().stream()
                .mapToDouble(one -> of(one.getKey(), one.getValue()))
                .sum();
    }
}
