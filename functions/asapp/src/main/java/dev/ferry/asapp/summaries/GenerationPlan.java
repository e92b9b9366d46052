package dev.ferry.asapp.summaries;

import java.util.List;
import java.util.stream.Stream;

/// What is to be generated, and what need not be.
///
/// @param generations a request each
/// @param saved requests that need not be sent, since feeds have the answer
/// @param before requests that need not be sent, since an earlier run has had the answer generated
public record GenerationPlan(List<Generation> generations, long saved, long before) {
    /// Nothing is generated.
    public static final GenerationPlan NONE = new GenerationPlan(List.of(), 0, 0);

    public GenerationPlan {
        generations = List.copyOf(generations);
    }

    /// Both together.
    public GenerationPlan plus(GenerationPlan other) {
        return new GenerationPlan(
                Stream.concat(generations.stream(), other.generations.stream()).toList(),
                saved + other.saved,
                before + other.before);
    }
}
