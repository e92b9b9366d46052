package dev.ferry.local.intercom.workspace;

import dev.ferry.local.simulation.Checks;
import java.time.Duration;

/// How many calls are let through.
///
/// *Shape*, with the defaults of [#documented] in brackets:
///
/// - `perMinute` [10,000] calls of one app; a window of 10 seconds has a sixth of it, rounded
/// - `workspacePerMinute` [25,000] calls of all apps together
/// - `otherCallsPerWindow` [0] calls of the workspace's other integrations, in every window
/// - `repliesPerConversation` [10] replies to one conversation within `replyWindow`, not documented; 0 for no
/// throttle
/// - `repliesOverall` [0] replies to all conversations within `replyWindow`, not documented; 0 for no throttle
/// - `replyWindow` [PT10S] the time that the two throttles look back on
public record LimitRules(
        int perMinute,
        int workspacePerMinute,
        int otherCallsPerWindow,
        int repliesPerConversation,
        int repliesOverall,
        Duration replyWindow) {

    private static final int WINDOWS = 6;

    public LimitRules {
        Checks.atLeast("perMinute", perMinute, WINDOWS);
        Checks.atLeast("workspacePerMinute", workspacePerMinute, WINDOWS);
        Checks.atLeast("otherCallsPerWindow", otherCallsPerWindow, 0);
        Checks.atLeast("repliesPerConversation", repliesPerConversation, 0);
        Checks.atLeast("repliesOverall", repliesOverall, 0);
        if (!replyWindow.isPositive()) {
            throw new IllegalArgumentException("replyWindow is %s; it is positive".formatted(replyWindow));
        }
    }

    /// The defaults.
    public static LimitRules documented() {
        return new LimitRules(10_000, 25_000, 0, 10, 0, Duration.ofSeconds(10));
    }

    /// Calls of one app in a window.
    public int perWindow() {
        return Math.round(perMinute / (float) WINDOWS);
    }

    /// Calls of all apps in a window.
    public int workspacePerWindow() {
        return Math.round(workspacePerMinute / (float) WINDOWS);
    }
}
