package dev.ferry.core.load;

import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.owners.UserDirectory;
import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A system that Ferry moves records into. Each target package has one implementation; nothing outside it names a
/// vendor.
///
/// *Threading*: safe for concurrent use.
///
/// *Errors*: `TARGET_ACCESS`, `TARGET_SCHEMA`, `TARGET_UNAVAILABLE`, `QUOTA_SPENT`.
public interface Target {

    /// What people call the product.
    String title();

    /// How the target describes these object types.
    TargetSchema describe(Collection<ObjectName> objects);

    /// What stands in the way of loading these phases, found without writing a record that stays.
    List<Finding> check(List<CompiledPhase> phases);

    /// Makes what these phases need beforehand, fields for example. Called after a check that found nothing in the
    /// way; may be repeated. Nothing where people make all of it.
    default void prepare(List<CompiledPhase> phases) {}

    /// How the records of a phase are taken in.
    Loaders loaders(CompiledPhase phase);

    /// How what these phases load is read back.
    TargetReader reader(TargetSchema schema, List<CompiledPhase> phases);

    /// How its limit stands, as its latest answer to this process said; empty before an answer that says so.
    default Optional<Allowance> allowance() {
        return Optional.empty();
    }

    /// What a planned load would ask of this target. Reads the target's limits and writes nothing.
    default TargetForecast forecast(PlannedLoad load) {
        return TargetForecast.NONE;
    }

    /// The users that can own records.
    UserDirectory users();

    /// One thing that a check found.
    ///
    /// @param blocking whether a run may not start before it is mended
    /// @param what what was found, and on which object or permission
    /// @param action what a person can do
    record Finding(boolean blocking, String what, String action) {}
}
