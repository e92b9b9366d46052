package dev.ferry.handlers.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.core.plan.SchemaDrift;
import dev.ferry.handlers.run.RunPorts;
import java.util.List;

/// Holds a run to the plan that it takes up.
///
/// *Errors*: `PLAN_CHANGED`, naming what has changed.
record PlanBinding(PlanResults plan) {
    private static final int SHOWN = 5;

    /// The configuration is the one of the plan.
    void hold(RunPorts run) {
        String now = run.configHash();
        if (!now.equals(plan.hashes().configuration())) {
            throw changed("the configuration " + run.run().configKey(), "its hash is " + now + " now");
        }
    }

    /// The mapping is the one of the plan, and the target describes the fields that it fills as it did.
    void hold(CompiledMapping mapping, TargetSchema before, TargetSchema now) {
        String hash = mapping.hash().hex();
        if (!hash.equals(plan.hashes().mapping())) {
            throw changed("the mapping", "its hash is " + hash + " now");
        }
        SchemaDrift drift = SchemaDrift.of(now, mapping.phases());
        if (!drift.hash().equals(plan.hashes().targetSchema())) {
            List<String> fields = drift.since(SchemaDrift.of(before, mapping.phases()));
            throw changed(
                    "the target's schema",
                    fields.size() <= SHOWN
                            ? String.join(", ", fields)
                            : String.join(", ", fields.subList(0, SHOWN))
                                    + " and %d more fields".formatted(fields.size() - SHOWN));
        }
    }

    private FerryException changed(String what, String how) {
        return new FerryException(
                ErrorCode.PLAN_CHANGED,
                "%s has changed since plan %s: %s; restore it, or plan again".formatted(what, plan.planId(), how));
    }
}
