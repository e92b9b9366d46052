package dev.ferry.asapp.conversations;

import dev.ferry.asapp.summaries.GenerationPlan;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to ask the APIs for about conversations, and what need not be asked.
///
/// @param reads in the order of the conversations
/// @param saved conversations of AI Services that need no request, since feeds have all their text
/// @param answered conversations that lack text although they were asked for: asking again would not help
/// @param agents the client's ids of those who worked on the conversations, whose own canned responses can be asked
/// for
/// @param generation what the source is to generate of them
public record ApiPlan(
        List<ApiRead> reads, long saved, long answered, SortedSet<String> agents, GenerationPlan generation) {
    /// Nothing to ask, nothing known.
    public static final ApiPlan NONE = new ApiPlan(List.of(), 0, 0);

    public ApiPlan {
        reads = List.copyOf(reads);
        agents = Collections.unmodifiableSortedSet(new TreeSet<>(agents));
    }

    /// A plan that knows of no agents and has nothing generated.
    public ApiPlan(List<ApiRead> reads, long saved, long answered) {
        this(reads, saved, answered, new TreeSet<>(), GenerationPlan.NONE);
    }

    /// The same with agents who worked on the conversations.
    public ApiPlan withAgents(SortedSet<String> working) {
        return new ApiPlan(reads, saved, answered, working, generation);
    }

    /// The same with what is to be generated.
    public ApiPlan withGeneration(GenerationPlan generating) {
        return new ApiPlan(reads, saved, answered, agents, generating);
    }

    /// How many requests the plan costs at most.
    public long requests() {
        return reads.stream().mapToLong(ApiRead::requests).sum()
                + generation.generations().size();
    }

    /// Both together, for example of two buckets.
    public ApiPlan plus(ApiPlan other) {
        return new ApiPlan(
                Stream.concat(reads.stream(), other.reads.stream()).toList(),
                saved + other.saved,
                answered + other.answered,
                Stream.concat(agents.stream(), other.agents.stream()).collect(Collectors.toCollection(TreeSet::new)),
                generation.plus(other.generation));
    }
}
