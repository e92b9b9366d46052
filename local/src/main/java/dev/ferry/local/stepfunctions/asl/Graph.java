package dev.ferry.local.stepfunctions.asl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// States and the one to begin with: a whole machine, a branch of a Parallel state, or the processor of a Map
/// state.
public record Graph(String startAt, Map<String, State> states) {

    /// Copies the states, keeping their order.
    public Graph {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    /// The state of that name, which the reader has made sure of.
    public State state(String name) {
        var state = states.get(name);
        if (state == null) {
            throw new IllegalStateException("No state is named " + name);
        }
        return state;
    }
}
