package dev.ferry.asapp.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A condition on what is known of a conversation, as segments state it.
///
/// A comparison with a field that the conversation does not have is false; one with a list is true when any
/// element matches. *Source*: reference, sections 6 and 12.
public sealed interface SegmentQuery {
    /// Whether a conversation is in the segment.
    ///
    /// @param context the conversation's values by field
    boolean matches(Map<String, List<String>> context);

    /// The literal `TRUE`.
    record Everything() implements SegmentQuery {
        @Override
        public boolean matches(Map<String, List<String>> context) {
            return true;
        }
    }

    /// `field = 'value'` and `field IN ['a','b']`.
    record OneOf(String field, Set<String> values) implements SegmentQuery {
        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean matches(Map<String, List<String>> context) {
            return context.getOrDefault(field, List.of()).stream().anyMatch(values::contains);
        }
    }

    /// Both.
    record And(SegmentQuery left, SegmentQuery right) implements SegmentQuery {
        @Override
        public boolean matches(Map<String, List<String>> context) {
            return left.matches(context) && right.matches(context);
        }
    }

    /// At least one.
    record Or(SegmentQuery left, SegmentQuery right) implements SegmentQuery {
        @Override
        public boolean matches(Map<String, List<String>> context) {
            return left.matches(context) || right.matches(context);
        }
    }

    /// The opposite.
    record Not(SegmentQuery query) implements SegmentQuery {
        @Override
        public boolean matches(Map<String, List<String>> context) {
            return !query.matches(context);
        }
    }
}
