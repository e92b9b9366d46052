package dev.ferry.core.cost;

import dev.ferry.core.tally.Tally;
import java.util.HashMap;
import java.util.Map;

/// What one invocation of a function used of AWS, kept among the tallies of its run.
///
/// A repeat of a unit of work is another invocation and is billed again, so a bill has the invocation's name.
///
/// *Shape*: a tally of the phase [#TALLIED], its unit `{phase}#{invocation}`, its counts thousandths of a
/// [BillingUnit], by that unit's name.
///
/// @param phase that the invocation worked for
/// @param invocation Lambda's id of the request
public record Bill(String phase, String invocation, UsedUnits used) {
    /// The phase of the tallies that bills are.
    public static final String TALLIED = "bill";

    private static final char SEPARATOR = '#';
    private static final double PARTS = 1_000;

    /// The bill as a tally.
    public Tally tally() {
        Map<String, Long> counts = new HashMap<>();
        used.amounts().forEach((unit, amount) -> {
            if (amount > 0) {
                counts.put(unit.name(), Math.round(amount * PARTS));
            }
        });
        return Tally.of(TALLIED, phase + SEPARATOR + invocation, counts);
    }

    /// The bill that a tally is.
    public static Bill of(Tally tally) {
        int separator = tally.unit().lastIndexOf(SEPARATOR);
        UsedUnits used = UsedUnits.NONE;
        for (Map.Entry<String, Long> count : tally.counts().entrySet()) {
            used = used.plus(BillingUnit.valueOf(count.getKey()), count.getValue() / PARTS);
        }
        return new Bill(tally.unit().substring(0, separator), tally.unit().substring(separator + 1), used);
    }
}
