package dev.ferry.core.cost;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a run is expected to use, by step, from what it has to move.
///
/// *Source* of the rates: the units that functions counted in a run of the sample export; see `docs/cost.md`. A
/// large export packs more rows into a file than the sample does, so the forecast is high rather than low.
///
/// @param steps `source` (the APIs), `extract`, `assemble`, `load` and `keep` (what is stored for a month and
/// watched
///     for a day), in order
public record CostForecast(Map<String, UsedUnits> steps) {
    private static final double BYTES_PER_GB = 1e9;

    public CostForecast {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /// The forecast for a volume.
    public static CostForecast of(RunVolume volume) {
        Map<String, UsedUnits> steps = new LinkedHashMap<>();
        steps.put("source", UnitRates.SOURCE.of(volume));
        steps.put("extract", UnitRates.EXTRACT.of(volume));
        steps.put("assemble", UnitRates.ASSEMBLE.of(volume));
        steps.put("load", UnitRates.LOAD.of(volume));
        steps.put("keep", kept(volume));
        return new CostForecast(steps);
    }

    /// Everything together.
    public UsedUnits total() {
        return steps.values().stream().reduce(UsedUnits.NONE, UsedUnits::plus);
    }

    /// What everything costs. *Units*: US dollars
    public double dollars(PriceTable prices) {
        return prices.of(total());
    }

    /// One sentence for a person, for example `about 29.10 USD at the list prices of us-east-1 of 2026-11-01`.
    public String sentence(PriceTable prices) {
        return String.format(
                Locale.ROOT,
                "about %.2f USD at the list prices of %s of %s",
                dollars(prices),
                prices.region(),
                prices.asOf());
    }

    private static UsedUnits kept(RunVolume volume) {
        double conversations = volume.conversations();
        return UsedUnits.NONE
                .plus(
                        BillingUnit.TABLE_GB_MONTHS,
                        UnitRates.TABLE_BYTES_PER_CONVERSATION * conversations / BYTES_PER_GB)
                .plus(
                        BillingUnit.OBJECT_GB_MONTHS,
                        UnitRates.OBJECT_BYTES_PER_CONVERSATION * conversations / BYTES_PER_GB)
                .plus(BillingUnit.METRICS, UnitRates.METRICS_OF_A_DAY)
                .plus(BillingUnit.KEYS, 1);
    }
}
