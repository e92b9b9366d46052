package dev.ferry.local.salesforce.rest;

import dev.ferry.local.salesforce.org.OrgState;
import java.util.ArrayDeque;
import java.util.Deque;

/// API calls of the last 24 hours, counted by the hour.
///
/// *Threading*: safe for concurrent use. A restart begins at nought.
final class ApiUsage {
    private static final long HOUR = 3_600_000;
    private final OrgState org;
    private final Deque<long[]> hours = new ArrayDeque<>();
    private int running;

    ApiUsage(OrgState org) {
        this.org = org;
    }

    synchronized void count() {
        long hour = org.now().toEpochMilli() / HOUR;
        if (hours.isEmpty() || hours.getLast()[0] != hour) {
            hours.addLast(new long[] {hour, 0});
        }
        hours.getLast()[1]++;
    }

    synchronized long used() {
        long from = org.now().toEpochMilli() / HOUR - 24;
        while (!hours.isEmpty() && hours.getFirst()[0] <= from) {
            hours.removeFirst();
        }
        return hours.stream().mapToLong(hour -> hour[1]).sum();
    }

    boolean spent() {
        return used() >= org.faults().dailyApiMax();
    }

    /// Begins a request; false when too many run at once.
    synchronized boolean begin() {
        if (running >= org.faults().concurrentLongMax()) {
            return false;
        }
        running++;
        return true;
    }

    synchronized void end() {
        running--;
    }

    /// The value of the `Sforce-Limit-Info` header.
    String header() {
        return "api-usage=" + used() + "/" + org.faults().dailyApiMax();
    }
}
