package dev.ferry.core.mapping;

import java.util.List;
import java.util.Optional;

/// A mapping that was checked against the source model and the described target.
///
/// @param target the target that it is for
/// @param hash what a person confirms
/// @param phases in the order in which they load
/// @param proposed fields that nobody confirmed yet, as `phase.field`
public record CompiledMapping(String target, MappingHash hash, List<CompiledPhase> phases, List<String> proposed) {
    public CompiledMapping {
        phases = List.copyOf(phases);
        proposed = List.copyOf(proposed);
    }

    /// The phase of that name.
    public Optional<CompiledPhase> phase(String name) {
        return phases.stream().filter(phase -> phase.name().equals(name)).findFirst();
    }
}
