package dev.ferry.core.plan;

import dev.ferry.core.load.TargetForecast.Need;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a run would do: the contract that `ferry run --plan` is held to.
///
/// *Shape* as JSON (`plan.json`): the components by name, described by `plan.v1.schema.json`; `schema` changes when
/// the meaning of one does.
///
/// @param planId also the id of the run that takes it up
/// @param plannedAt ISO 8601, UTC
/// @param undecidedOwners agents whom a person has to decide on before the run loads
/// @param phases in the order in which they load
/// @param source what reading the source's API has taken; null when it is not used
/// @param next the command that runs it
public record PlanResults(
        String schema,
        String planId,
        String migrationId,
        String company,
        String source,
        String target,
        String plannedAt,
        Hashes hashes,
        int undecidedOwners,
        List<Phase> phases,
        TargetUse use,
        @Nullable SourceUse sourceUse,
        Cost cost,
        Undo undo,
        String next) {
    /// The version of this shape.
    public static final String SCHEMA = "plan.v1";

    public PlanResults {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("a plan of schema " + schema + " is not " + SCHEMA);
        }
        phases = List.copyOf(phases);
    }

    /// What a run of the plan is bound to, SHA-256 in hexadecimal each.
    ///
    /// @param targetSchema of the fields that the mapping fills, as the target described them
    public record Hashes(String configuration, String mapping, String targetSchema) {}

    /// What would happen in one phase.
    ///
    /// @param update records to change, those included that stood in the target before Ferry came
    /// @param linked how many of these stood there before
    /// @param calls of the target's API to write; 0 where a target takes records in bulk
    public record Phase(
            String name,
            String title,
            long create,
            long update,
            long linked,
            long unchanged,
            long quarantined,
            long filtered,
            long calls) {}

    /// What it asks of the target.
    ///
    /// @param seconds that loading takes at the least
    /// @param boundBy what that time comes from
    public record TargetUse(List<Need> needs, long seconds, String boundBy) {
        public TargetUse {
            needs = List.copyOf(needs);
        }
    }

    /// What reading the source's API has taken; the run reads nothing more.
    ///
    /// @param requests that were made for this plan
    /// @param perDay requests of a provider's day that are ours
    /// @param days of the provider that they take
    public record SourceUse(long requests, long perDay, long days) {}

    /// What a run costs on AWS, the reading that the plan has done included.
    ///
    /// @param dollars *Units*: US dollars
    public record Cost(double dollars, String sentence, SortedMap<String, Double> byStep) {}

    /// What taking the run back would do.
    public record Undo(long deletes, long clears) {}

    /// All phases together.
    public Phase total() {
        return phases.stream().reduce(new Phase("all", "All", 0, 0, 0, 0, 0, 0, 0), PlanResults::plus);
    }

    private static Phase plus(Phase sum, Phase one) {
        return new Phase(
                sum.name(),
                sum.title(),
                sum.create() + one.create(),
                sum.update() + one.update(),
                sum.linked() + one.linked(),
                sum.unchanged() + one.unchanged(),
                sum.quarantined() + one.quarantined(),
                sum.filtered() + one.filtered(),
                sum.calls() + one.calls());
    }
}
