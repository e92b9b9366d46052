package dev.ferry.local.asapp.tenant;

import dev.ferry.local.simulation.Checks;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How events are pushed.
///
/// *Shape*, with the defaults of [#assumed] in brackets:
///
/// - `journey`, `activity`, `queue` [not pushed] the targets of the three feeds
/// - `duplicateRate` [0] share of events that are sent twice under one `event_id`
/// - `reorderWindow` [0] how many neighbours of an event may overtake it
/// - `dropRate` [0] share of events that are never sent
/// - `delayMs` [0] from an event's creation to its push, in the tenant's time
/// - `retrySpacingMs` [1,000] between two attempts, not documented
/// - `pushConcurrency` [4] requests at once for each feed, not documented
/// - `pushKeyStore` [none] a PKCS #12 file with the key and certificate that a push to `https` shows; certificates of
///   authorities in it are trusted in place of the JDK's
/// - `pushKeyStorePassword` [none] a file whose one line is the password of it
/// - `pushBacklog` [false] whether events from before their target was named are pushed too; ASAPP replays nothing
public record EventRules(
        PushTarget journey,
        PushTarget activity,
        PushTarget queue,
        double duplicateRate,
        int reorderWindow,
        double dropRate,
        long delayMs,
        long retrySpacingMs,
        int pushConcurrency,
        @Nullable Path pushKeyStore,
        @Nullable Path pushKeyStorePassword,
        boolean pushBacklog) {

    public EventRules {
        Checks.rate("duplicateRate", duplicateRate);
        Checks.atLeast("reorderWindow", reorderWindow, 0);
        Checks.rate("dropRate", dropRate);
        Checks.atLeast("delayMs", delayMs, 0);
        Checks.atLeast("retrySpacingMs", retrySpacingMs, 0);
        Checks.between("pushConcurrency", pushConcurrency, 1, 256);
        if ((pushKeyStore == null) != (pushKeyStorePassword == null)) {
            throw new IllegalArgumentException("pushKeyStore and pushKeyStorePassword are named together");
        }
    }

    /// The defaults.
    public static EventRules assumed() {
        return new EventRules(
                PushTarget.off(), PushTarget.off(), PushTarget.off(), 0, 0, 0, 0, 1_000, 4, null, null, false);
    }
}
