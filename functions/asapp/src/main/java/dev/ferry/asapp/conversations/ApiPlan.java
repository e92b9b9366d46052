package dev.ferry.asapp.conversations;

import java.util.List;
import java.util.stream.Stream;

/// What to ask the Conversations API for, and what need not be asked.
///
/// @param reads in the order of the conversations
/// @param saved conversations of AI Services that need no request, since feeds have all their text
/// @param answered conversations that lack text although they were asked for: asking again would not help
public record ApiPlan(List<ApiRead> reads, long saved, long answered) {
    /// Nothing to ask, nothing known.
    public static final ApiPlan NONE = new ApiPlan(List.of(), 0, 0);

    public ApiPlan {
        reads = List.copyOf(reads);
    }

    /// How many requests the plan costs at most.
    public long requests() {
        return reads.stream().mapToLong(ApiRead::requests).sum();
    }

    /// Both together, for example of two buckets.
    public ApiPlan plus(ApiPlan other) {
        return new ApiPlan(
                Stream.concat(reads.stream(), other.reads.stream()).toList(),
                saved + other.saved,
                answered + other.answered);
    }
}
