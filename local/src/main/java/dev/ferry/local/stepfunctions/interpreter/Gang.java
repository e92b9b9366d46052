package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.timing.Timekeeper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Pieces of work side by side, so many at a time, until all are done or one has failed for good.
///
/// *Threading*: one gang per use, on the thread that asks; each member has a thread of its own.
final class Gang {

    private final Timekeeper timekeeper;
    private final Scope scope;
    private final int limit;
    private final Queue<Finished> finished = new ArrayDeque<>();
    private Timekeeper.Latch news;

    /// @param limit how many may run at a time
    Gang(Timekeeper timekeeper, Scope parent, int limit) {
        this.timekeeper = timekeeper;
        this.scope = new Scope(timekeeper, parent);
        this.limit = limit;
        this.news = timekeeper.latch();
    }

    /// The scope of the members, which is halted when one fails.
    Scope scope() {
        return scope;
    }

    /// A member's work.
    interface Work {
        JsonNode run();
    }

    private record Finished(
            int index, @Nullable JsonNode output, @Nullable RuntimeException failure) {}

    /// Runs members 0 to `size - 1` and gives their outputs in that order.
    ///
    /// *Errors*: the first failure of a member, once the others have halted.
    List<JsonNode> run(int size, IntFunction<Work> members) {
        var outputs = new ArrayList<@Nullable JsonNode>();
        @Nullable RuntimeException failure = null;
        int next = 0;
        int running = 0;
        try {
            while (true) {
                while (failure == null && next < size && running < limit) {
                    start(next, members.apply(next));
                    outputs.add(null);
                    next++;
                    running++;
                }
                if (running == 0) {
                    break;
                }
                for (var each : await()) {
                    running--;
                    if (each.failure() == null) {
                        outputs.set(each.index(), each.output());
                    } else if (failure == null) {
                        failure = each.failure();
                        scope.halt(Scope.Reason.ABORTED);
                    }
                }
            }
        } finally {
            scope.close();
        }
        if (failure != null) {
            throw failure;
        }
        return outputs.stream()
                .map(output -> output == null ? Gang.<JsonNode>lost() : output)
                .toList();
    }

    private static <T> T lost() {
        throw new IllegalStateException("A member ended without output");
    }

    private void start(int index, Work work) {
        timekeeper.start(() -> {
            try {
                report(new Finished(index, work.run(), null));
            } catch (RuntimeException e) {
                report(new Finished(index, null, e));
            }
        });
    }

    private synchronized void report(Finished member) {
        finished.add(member);
        news.open();
    }

    /// Waits without heed of a halt: halted members report at once, and are waited for so that none outlives its
    /// state.
    private List<Finished> await() {
        while (true) {
            Timekeeper.Latch latch;
            synchronized (this) {
                if (!finished.isEmpty()) {
                    var all = List.copyOf(finished);
                    finished.clear();
                    news = timekeeper.latch();
                    return all;
                }
                latch = news;
            }
            timekeeper.await(latch, null);
        }
    }
}
