package dev.ferry.local.intercom.calls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.journal.RecordLog;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// How much of the windows the calls of a log used, and how often each endpoint did what was asked for: the proof
/// that a client kept to the limits and created nothing twice.
///
/// *Shape* as JSON: `{"calls":n,"refused":n,"busiestWindow":n,"innerCalls":n,"innerWindows":n,
/// "windows":{"1734537430":83},"done":{"POST /conversations":12},"asked":{"POST /conversations":13}}`
///
/// @param calls admitted ones
/// @param refused those that a full window refused
/// @param windows admitted calls by the window's beginning, windows without any left out
/// @param done what the workspace did, by route: also where the answer got lost
/// @param asked what it was asked for, by route, refused calls included
public record CallUsage(
        long calls, long refused, Map<Long, Long> windows, Map<String, Long> done, Map<String, Long> asked) {

    private static final long WINDOW = 10;

    public CallUsage {
        windows = Collections.unmodifiableMap(new TreeMap<>(windows));
        done = Collections.unmodifiableMap(new TreeMap<>(done));
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
    }

    /// Of all calls of a log.
    public static CallUsage of(RecordLog<CallRecord> log) {
        return counted(log::all);
    }

    /// Of calls that are handed out one by one.
    public static CallUsage counted(Consumer<Consumer<CallRecord>> log) {
        Map<Long, Long> windows = new TreeMap<>();
        Map<String, Long> done = new TreeMap<>();
        Map<String, Long> asked = new TreeMap<>();
        long[] refused = {0};
        log.accept(call -> {
            asked.merge(call.route(), 1L, Long::sum);
            if (call.verdict() == Verdict.ADMITTED) {
                windows.merge(call.window(), 1L, Long::sum);
            }
            if (call.done()) {
                done.merge(call.route(), 1L, Long::sum);
            }
            refused[0] += call.verdict() == Verdict.WINDOW_FULL ? 1 : 0;
        });
        return new CallUsage(windows.values().stream().mapToLong(n -> n).sum(), refused[0], windows, done, asked);
    }

    /// The most calls of a window.
    public long busiestWindow() {
        return windows.values().stream().mapToLong(n -> n).max().orElse(0);
    }

    /// How many windows lie between the first and the last one, which are cut by the run's start and end.
    public long innerWindows() {
        if (windows.size() < 2) {
            return 0;
        }
        TreeMap<Long, Long> sorted = new TreeMap<>(windows);
        return (sorted.lastKey() - sorted.firstKey()) / WINDOW - 1;
    }

    /// The calls of those windows.
    public long innerCalls() {
        TreeMap<Long, Long> sorted = new TreeMap<>(windows);
        if (!sorted.isEmpty()) {
            sorted.pollFirstEntry();
            sorted.pollLastEntry();
        }
        return sorted.values().stream().mapToLong(n -> n).sum();
    }

    /// The share of a limit that the inner windows used, from 0 to 1.
    ///
    /// @param perWindow the limit
    public double utilisation(long perWindow) {
        return innerWindows() == 0 ? 0 : (double) innerCalls() / (innerWindows() * perWindow);
    }

    /// How often the workspace did what a route asks for.
    public long done(String route) {
        return done.getOrDefault(route, 0L);
    }

    /// As one JSON object.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("calls", calls)
                .put("refused", refused)
                .put("busiestWindow", busiestWindow())
                .put("innerCalls", innerCalls())
                .put("innerWindows", innerWindows());
        ObjectNode byWindow = json.putObject("windows");
        windows.forEach((window, count) -> byWindow.put(Long.toString(window), count));
        ObjectNode byRoute = json.putObject("done");
        done.forEach(byRoute::put);
        ObjectNode askedFor = json.putObject("asked");
        asked.forEach(askedFor::put);
        return json;
    }
}
