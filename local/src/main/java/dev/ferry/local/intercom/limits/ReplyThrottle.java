package dev.ferry.local.intercom.limits;

import dev.ferry.local.intercom.workspace.LimitRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// The pace of replies, which Intercom does not document: so many to one conversation, and to all, within a time
/// that goes along with the present.
///
/// *Threading*: safe for concurrent use.
public final class ReplyThrottle {
    private static final String ALL = "";

    private final Map<String, Deque<Long>> replies = new HashMap<>();

    /// Whether there is room for one more reply to a conversation, which is then counted.
    ///
    /// @param millis the workspace's time
    public synchronized boolean admits(String conversation, long millis, LimitRules rules) {
        long since = millis - rules.replyWindow().toMillis();
        replies.values().removeIf(times -> {
            times.removeIf(time -> time <= since);
            return times.isEmpty();
        });
        if (full(conversation, rules.repliesPerConversation()) || full(ALL, rules.repliesOverall())) {
            return false;
        }
        note(conversation, millis);
        note(ALL, millis);
        return true;
    }

    private boolean full(String key, int limit) {
        Deque<Long> times = replies.get(key);
        return limit > 0 && times != null && times.size() >= limit;
    }

    private void note(String key, long millis) {
        replies.computeIfAbsent(key, none -> new ArrayDeque<>()).add(millis);
    }
}
