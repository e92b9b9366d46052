package dev.ferry.local.salesforce.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which running job is writing below which parents. Two jobs below one parent collide, as they would over its row
/// lock.
final class ParentLocks {
    private final Map<String, String> holders = new HashMap<>();

    /// Whether another job holds one of the parents; those that are free are taken.
    synchronized boolean collides(String job, List<String> parents) {
        boolean collision = false;
        for (String parent : parents) {
            collision |= !job.equals(holders.computeIfAbsent(parent, p -> job));
        }
        return collision;
    }

    synchronized void release(String job) {
        holders.values().removeIf(job::equals);
    }
}
