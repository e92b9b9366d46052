package dev.ferry.local.stepfunctions.interpreter;

import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.query.QueryException;
import dev.ferry.local.stepfunctions.query.Visible;

/// How many failed children a Map Run bears. *Units*: children, and per cent of all children.
///
/// @param count the most that may fail; no limit of its own when only the percentage is given
record MapThreshold(double count, double percentage) {

    static MapThreshold read(Queries queries, State.MapState state, Visible entered) {
        var head = state.head();
        var count = queries.setting(head, "ToleratedFailureCount", entered).map(Queries.Setting::whole);
        var percentage =
                queries.setting(head, "ToleratedFailurePercentage", entered).map(Queries.Setting::number);
        if (count.isPresent() && count.get() < 0) {
            throw QueryException.runtime("ToleratedFailureCount cannot be negative.");
        }
        if (percentage.isPresent() && (percentage.get() < 0 || percentage.get() > 100)) {
            throw QueryException.runtime("ToleratedFailurePercentage must be between 0 and 100.");
        }
        if (count.isEmpty() && percentage.isEmpty()) {
            return new MapThreshold(0, 100);
        }
        return new MapThreshold(count.map(Long::doubleValue).orElse(Double.MAX_VALUE), percentage.orElse(100.0));
    }

    boolean exceeded(int failed, int total) {
        return failed > count || (total > 0 && failed * 100.0 / total > percentage);
    }
}
