package dev.ferry.local.asapp.events;

import dev.ferry.local.asapp.tenant.EventRules;
import dev.ferry.local.asapp.tenant.PushTarget;
import dev.ferry.local.asapp.tenant.Tenant;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/// Pushes the events of one feed when they are due.
///
/// Events that come to their end while nobody listens are gone. What was being sent when the process died is sent
/// again.
///
/// *Threading*: [#run] is for one thread; requests have threads of their own.
final class EventPusher implements Runnable {
    private final EventFeed feed;
    private final Tenant tenant;
    private final DeliveryLog log;
    private final DeliveryOrder order;
    private final PushRequest request;
    private final ExecutorService threads;
    private final Semaphore slots;

    EventPusher(EventFeed feed, EventPushing pushing, EventReader reader) {
        this.feed = feed;
        this.tenant = pushing.tenant();
        this.log = pushing.log();
        this.order = new DeliveryOrder(tenant, reader);
        this.request = new PushRequest(tenant, pushing.http());
        this.threads = pushing.threads();
        this.slots = new Semaphore(tenant.knobs().events().pushConcurrency());
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        long seen = tenant.clock().changes();
        EventRules rules = tenant.knobs().events();
        PushTarget target = feed.target(rules);
        URI url = target.url();
        Optional<ScheduledEvent> next = url == null ? Optional.empty() : order.peek();
        if (url == null || next.isEmpty()) {
            tenant.clock().await(Instant.MAX, seen);
            return;
        }
        Instant since = log.since(feed, tenant.clock().now());
        ScheduledEvent event = next.get();
        Instant due = event.due().plusMillis(rules.delayMs());
        if (tenant.clock().now().isBefore(due)) {
            tenant.clock().await(due, seen);
            return;
        }
        order.advance();
        boolean early = event.due().isBefore(since) && !rules.pushBacklog();
        boolean wanted = target.eventList().isEmpty() || target.eventList().contains(event.type());
        if (!early && wanted && !log.isDone(event)) {
            push(event, url, target);
        }
    }

    private void push(ScheduledEvent event, URI url, PushTarget target) throws InterruptedException {
        EventRules rules = tenant.knobs().events();
        if (tenant.chance().marks(rules.dropRate(), "drop " + event.identity())) {
            log.add(request.lost(event));
            return;
        }
        int copies = tenant.chance().marks(rules.duplicateRate(), "twice " + event.identity()) ? 2 : 1;
        for (int copy = 1; copy <= copies; copy++) {
            int number = copy;
            slots.acquire();
            threads.execute(() -> send(event, number, url, target));
        }
    }

    private void send(ScheduledEvent event, int copy, URI url, PushTarget target) {
        try {
            log.add(request.send(event, copy, url, target));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            slots.release();
        }
    }
}
