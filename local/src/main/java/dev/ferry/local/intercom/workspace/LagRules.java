package dev.ferry.local.intercom.workspace;

import java.time.Duration;

/// How long it takes until something can be seen. Times are the workspace's.
///
/// *Shape*, with the defaults of [#assumed] in brackets:
///
/// - `indexDelay` [PT3S] until a new contact is found by search; the documents say "a few minutes"
/// - `conversationIndexDelay` [PT3S] the same for a new conversation, assumed
/// - `messagingDelay` [PT0.5S] until a new contact can be written to: 404 before, documented without a number
/// - `conversationDelay` [PT1S] until a new conversation can be read by id: 404 before
/// - `companyDeleteDelay` [PT2S] until a deleted company is gone
/// - `jobDelay` [PT2S] from the submission of a job to its end; it runs during the second half
public record LagRules(
        Duration indexDelay,
        Duration conversationIndexDelay,
        Duration messagingDelay,
        Duration conversationDelay,
        Duration companyDeleteDelay,
        Duration jobDelay) {

    /// The defaults.
    public static LagRules assumed() {
        return new LagRules(
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    /// No lag at all, for tests of other things.
    public static LagRules none() {
        return new LagRules(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
