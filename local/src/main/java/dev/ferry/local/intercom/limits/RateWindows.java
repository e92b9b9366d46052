package dev.ferry.local.intercom.limits;

import dev.ferry.local.intercom.workspace.App;
import dev.ferry.local.intercom.workspace.LimitRules;
import java.util.HashMap;
import java.util.Map;

/// Counts the calls of each window, by app and for the workspace. A refused call uses nothing.
///
/// *Threading*: safe for concurrent use.
public final class RateWindows {
    /// How long a window is.
    public static final long SECONDS = 10;

    private final Map<String, Integer> byApp = new HashMap<>();
    private long window = Long.MIN_VALUE;
    private int workspace;

    /// Decides on a call that comes at a moment of the workspace's time.
    public synchronized Admission admit(App app, long seconds, LimitRules rules) {
        long current = Math.floorDiv(seconds, SECONDS) * SECONDS;
        // Calls overtake each other on their way here, so one of the window before counts in the present one.
        if (current > window || current < window - SECONDS) {
            window = current;
            byApp.clear();
            workspace = rules.otherCallsPerWindow();
        }
        int limit = rules.perWindow();
        int used = byApp.getOrDefault(app.name(), 0);
        if (used >= limit) {
            return new Admission(window, limit, 0, limit);
        }
        if (workspace >= rules.workspacePerWindow()) {
            return new Admission(window, limit, 0, rules.workspacePerWindow());
        }
        byApp.put(app.name(), used + 1);
        workspace++;
        int left = Math.min(limit - used - 1, rules.workspacePerWindow() - workspace);
        return new Admission(window, limit, left, 0);
    }

    /// Takes up a call of an earlier start, so that its window is not given out anew.
    public synchronized void replay(String app, long usedWindow, LimitRules rules) {
        if (usedWindow != window) {
            window = usedWindow;
            byApp.clear();
            workspace = rules.otherCallsPerWindow();
        }
        byApp.merge(app, 1, Integer::sum);
        workspace++;
    }
}
