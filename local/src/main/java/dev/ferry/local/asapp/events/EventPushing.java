package dev.ferry.local.asapp.events;

import dev.ferry.local.asapp.tenant.Tenant;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The push of all three feeds.
///
/// *Threading*: safe for concurrent use.
public final class EventPushing implements AutoCloseable {
    private final Tenant tenant;
    private final DeliveryLog log;
    private final HttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<EventReader> readers = new ArrayList<>();

    /// *Errors*: `IllegalArgumentException` when the key store of the knobs cannot be opened.
    public EventPushing(Tenant tenant, DeliveryLog log) {
        this.tenant = tenant;
        this.log = log;
        this.http = PushClient.of(tenant.knobs().events());
    }

    /// Starts the push; a feed without a target waits for one.
    ///
    /// @param export the directory of the export
    public void start(Path export) {
        noteTargets();
        for (EventFeed feed : EventFeed.values()) {
            EventReader reader = new EventReader(feed, export);
            readers.add(reader);
            threads.execute(new EventPusher(feed, this, reader));
        }
    }

    /// Notes the feeds that have got a target, whose events are pushed from now on; to be called when knobs change.
    public void noteTargets() {
        for (EventFeed feed : EventFeed.values()) {
            if (feed.target(tenant.knobs().events()).url() != null) {
                log.since(feed, tenant.clock().now());
            }
        }
        tenant.clock().wake();
    }

    /// Stops; what is on its way is broken off.
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        http.shutdownNow();
        readers.forEach(EventReader::close);
    }

    Tenant tenant() {
        return tenant;
    }

    DeliveryLog log() {
        return log;
    }

    HttpClient http() {
        return http;
    }

    ExecutorService threads() {
        return threads;
    }
}
