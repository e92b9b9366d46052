package dev.ferry.handlers.run;

import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.source.EntityKind;
import java.util.List;

/// What people call the target of a run and its phases, as target and mapping say.
///
/// *Shape* as JSON (`target/titles.json`): the components by name.
///
/// @param target for example the product's name
public record RunTitles(String target, List<Phase> phases) {
    public RunTitles {
        phases = List.copyOf(phases);
    }

    /// One phase.
    ///
    /// @param object the object type in the target
    /// @param whole whether a canonical record becomes one record of it
    public record Phase(String name, String title, String object, EntityKind from, boolean whole) {}

    /// The titles of a mapping.
    public static RunTitles of(String target, CompiledMapping mapping) {
        return new RunTitles(
                target, mapping.phases().stream().map(RunTitles::phase).toList());
    }

    private static Phase phase(CompiledPhase phase) {
        return new Phase(phase.name(), phase.title(), phase.object().value(), phase.from(), phase.isWhole());
    }

    /// The titles of a run; of one that stopped before its target was checked, the kind of target alone.
    public static RunTitles read(RunPorts run) {
        return new WorkJson(run.work())
                .find(run.files().titles(), RunTitles.class)
                .orElseGet(() -> new RunTitles(run.config().target().kind(), List.of()));
    }

    /// The title of a phase.
    public String phase(String name) {
        return phases.stream()
                .filter(phase -> phase.name().equals(name))
                .map(Phase::title)
                .findFirst()
                .orElse(name);
    }

    /// What people call a source.
    public static String source(RunConfig.SourceConfig source) {
        String what = source.api().isUsed() ? "ASAPP tenant, with batch export " : "ASAPP batch export ";
        return what + (source.title().isEmpty() ? "in bucket " + source.bucket() : source.title());
    }
}
