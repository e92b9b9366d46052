package dev.ferry.core.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How much was used, or will be, by unit.
///
/// @param amounts units that are not in it were not used; none is negative
public record UsedUnits(Map<BillingUnit, Double> amounts) {
    /// Nothing.
    public static final UsedUnits NONE = new UsedUnits(Map.of());

    public UsedUnits {
        EnumMap<BillingUnit, Double> copy = new EnumMap<>(BillingUnit.class);
        copy.putAll(amounts);
        copy.forEach((unit, amount) -> {
            if (amount < 0 || !Double.isFinite(amount)) {
                throw new IllegalArgumentException("%s cannot be %s".formatted(unit, amount));
            }
        });
        amounts = Collections.unmodifiableMap(copy);
    }

    /// How much of one unit.
    public double of(BillingUnit unit) {
        return amounts.getOrDefault(unit, 0.0);
    }

    /// Both together.
    public UsedUnits plus(UsedUnits other) {
        EnumMap<BillingUnit, Double> sum = new EnumMap<>(BillingUnit.class);
        sum.putAll(amounts);
        other.amounts.forEach((unit, amount) -> sum.merge(unit, amount, Double::sum));
        return new UsedUnits(sum);
    }

    /// This with some more of one unit.
    public UsedUnits plus(BillingUnit unit, double amount) {
        return plus(new UsedUnits(Map.of(unit, amount)));
    }
}
