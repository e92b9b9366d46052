package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One state of a machine.
public sealed interface State {

    /// Name, language, fields and successor.
    StateHead head();

    /// Calls something outside.
    record Task(StateHead head, TaskTarget target, Recovery recovery) implements State {}

    /// Passes its input on, or what it makes of it.
    record Pass(StateHead head) implements State {}

    /// Leads on to one of several states.
    ///
    /// @param otherwise the `Default`, or null
    record Choice(
            StateHead head,
            List<ObjectNode> rules,
            @Nullable String otherwise) implements State {

        /// Copies the rules.
        public Choice {
            rules = List.copyOf(rules);
        }
    }

    /// Waits for a time.
    record Wait(StateHead head) implements State {}

    /// Runs branches side by side.
    record Parallel(StateHead head, List<Graph> branches, Recovery recovery) implements State {

        /// Copies the branches.
        public Parallel {
            branches = List.copyOf(branches);
        }
    }

    /// Runs a graph for each item of a list.
    ///
    /// @param distributed whether each run is an execution of its own
    record MapState(StateHead head, Graph processor, boolean distributed, Recovery recovery) implements State {}

    /// Ends its graph well.
    record Succeed(StateHead head) implements State {}

    /// Ends the execution badly.
    record Fail(StateHead head) implements State {}
}
