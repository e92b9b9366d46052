package dev.ferry.handlers.pages;

import dev.ferry.core.paging.RunPages.Heart;
import dev.ferry.handlers.dynamodb.TaskToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Beats at most twice a minute, and the first time at once: a message of which the state was given up is dropped
/// before any work.
///
/// *Threading*: for one thread.
final class Heartbeat implements Heart {
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final TaskReports reports;
    private final TaskToken token;
    private final Clock clock;
    private Instant next = Instant.MIN;

    Heartbeat(TaskReports reports, TaskToken token, Clock clock) {
        this.reports = reports;
        this.token = token;
        this.clock = clock;
    }

    @Override
    public boolean beat() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return true;
        }
        next = now.plus(BETWEEN);
        return reports.alive(token);
    }
}
