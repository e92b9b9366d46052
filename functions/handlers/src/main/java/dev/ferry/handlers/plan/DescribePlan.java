package dev.ferry.handlers.plan;

import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.asapp.pages.AsappBudget;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.Forecast;
import dev.ferry.core.cost.CostForecast;
import dev.ferry.core.cost.PriceTable;
import dev.ferry.core.cost.RunVolume;
import dev.ferry.core.load.PlanPhase;
import dev.ferry.core.load.PlannedLoad;
import dev.ferry.core.load.PlannedLoad.Writes;
import dev.ferry.core.load.TargetForecast;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.core.plan.PlanResults.Cost;
import dev.ferry.core.plan.PlanResults.Hashes;
import dev.ferry.core.plan.PlanResults.Phase;
import dev.ferry.core.plan.PlanResults.SourceUse;
import dev.ferry.core.plan.PlanResults.TargetUse;
import dev.ferry.core.plan.PlanResults.Undo;
import dev.ferry.core.plan.SchemaDrift;
import dev.ferry.core.run.ApiConfig;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.extract.ExtractPlan;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.RunTitles;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.OwnerFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Adds up what was counted for a plan.
final class DescribePlan {
    private static final String CONVERSATIONS = "conversation";

    private final LoadSite site;
    private final RunPorts ports;

    DescribePlan(LoadSite site) {
        this.site = site;
        this.ports = site.ports();
    }

    PlanResults results(Instant now) {
        List<Writes> writes = new ArrayList<>();
        List<Phase> phases = new ArrayList<>();
        for (CompiledPhase phase : site.mapping().phases()) {
            Tally counted = sum(PlanPhase.nameOf(phase.name()) + ".stage", "");
            writes.add(writes(phase, counted));
            phases.add(phase(phase, counted));
        }
        TargetForecast forecast = site.target().forecast(new PlannedLoad(writes, site.loadBuckets(), site.limits()));
        RunConfig config = ports.config();
        long requests = sum(PagePorts.PHASE, "requests/").count("requests");
        return new PlanResults(
                PlanResults.SCHEMA,
                site.run().runId(),
                site.run().migrationId(),
                config.company(),
                RunTitles.source(config.source()),
                site.target().title(),
                now.toString(),
                new Hashes(
                        ports.configHash(),
                        site.mapping().hash().hex(),
                        SchemaDrift.of(site.schema(), site.mapping().phases()).hash()),
                new OwnerFiles(site.work(), site.files()).undecided(),
                phases,
                new TargetUse(forecast.needs(), forecast.shortest().toSeconds(), forecast.boundBy()),
                source(config.source().api(), requests, now),
                cost(phases, requests),
                undo(phases),
                "ferry run --plan " + site.run().runId());
    }

    private static Writes writes(CompiledPhase phase, Tally counted) {
        return new Writes(
                phase,
                counted.count("create"),
                counted.count("update"),
                counted.count("link"),
                counted.count("unchanged"),
                counted.count("planned calls"));
    }

    private static Phase phase(CompiledPhase phase, Tally counted) {
        return new Phase(
                phase.name(),
                phase.title(),
                counted.count("create"),
                counted.count("update") + counted.count("link"),
                counted.count("link"),
                counted.count("unchanged"),
                counted.count("quarantined"),
                counted.count("filtered"),
                counted.count("planned calls"));
    }

    private static Undo undo(List<Phase> phases) {
        return new Undo(
                phases.stream().mapToLong(Phase::create).sum(),
                phases.stream().mapToLong(Phase::linked).sum());
    }

    private static @Nullable SourceUse source(ApiConfig api, long requests, Instant now) {
        if (!api.isUsed()) {
            return null;
        }
        Forecast forecast = Forecast.of(BudgetState.opened(AsappBudget.settings(api), now), requests, now);
        return new SourceUse(requests, forecast.dayAllowance(), forecast.days());
    }

    private Cost cost(List<Phase> phases, long requests) {
        ExtractPlan batch = site.json().read(ports.files().inventory(), ExtractPlan.class);
        long channelFiles = site.json()
                .find(ports.files().channels(), ExtractPlan.class)
                .map(ExtractPlan::files)
                .orElse(0L);
        long records = phases.stream()
                .mapToLong(phase -> phase.create() + phase.update() + phase.unchanged())
                .sum();
        CostForecast forecast = CostForecast.of(new RunVolume(
                sum(AssembleBucket.PHASE, CONVERSATIONS).count("staged"),
                batch.files() + channelFiles,
                sum("extract", "").count("received"),
                records,
                requests));
        PriceTable prices = PriceTable.standard();
        SortedMap<String, Double> steps = new TreeMap<>();
        forecast.steps().forEach((step, used) -> steps.put(step, prices.of(used)));
        return new Cost(forecast.dollars(prices), forecast.sentence(prices), steps);
    }

    /// The sum of the tallies of all units whose name begins so.
    private Tally sum(String phase, String units) {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (Stream<Tally> all = ports.tallies().of(site.run().runId(), phase)) {
            all.filter(tally -> tally.unit().startsWith(units))
                    .forEach(tally ->
                            tally.counts().forEach((term, count) -> counts.merge(term, count, Math::addExact)));
        }
        return Tally.of(phase, "all", counts);
    }
}
