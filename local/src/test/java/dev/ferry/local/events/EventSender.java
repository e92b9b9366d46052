package dev.ferry.local.events;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Pushes events as ASAPP does: one POST each, some twice, not in their order.
final class EventSender {
    private static final int OK = 200;
    private static final int AT_ONCE = 64;
    private static final int REORDERED = 50;
    private static final double TWICE = 0.05;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;

    private final URI target;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<Long> micros = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    EventSender(URI endpoint) {
        this.target = endpoint.resolve("/events/journey");
    }

    /// The ids of a stretch of events with repeats, in the order in which they are pushed.
    static List<String> sequence(int events, long seed) {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            String id = "%08d-5717-4562-b3fc-%012d".formatted(i, seed);
            ids.add(id);
            if (random.nextDouble() < TWICE) {
                ids.add(id);
            }
        }
        for (int from = 0; from < ids.size(); from += REORDERED) {
            Collections.shuffle(ids.subList(from, Math.min(ids.size(), from + REORDERED)), random);
        }
        return ids;
    }

    /// Pushes one event after the other at a rate; those that are not answered in time run side by side.
    ///
    /// @param perSecond 0 for as fast as it goes
    void push(List<String> ids, int perSecond) {
        Semaphore slots = new Semaphore(AT_ONCE);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ids.size(); i++) {
                String id = ids.get(i);
                long due = perSecond == 0
                        ? start
                        : start + i * Duration.ofSeconds(1).toNanos() / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                slots.acquireUninterruptibly();
                threads.execute(() -> {
                    send(id, perSecond == 0 ? System.nanoTime() : due);
                    slots.release();
                });
            }
        }
    }

    /// What was answered 200.
    Set<String> acknowledged() {
        return acknowledged;
    }

    /// What else came back, or the name of what happened in its place.
    List<String> refused() {
        return List.copyOf(refused);
    }

    /// Microseconds from the moment a push was due to its answer, in ascending order.
    List<Long> micros() {
        return micros.stream().sorted().toList();
    }

    private void send(String id, long due) {
        try {
            int status = post(body(id).getBytes(StandardCharsets.UTF_8));
            if (status == OK) {
                acknowledged.add(id);
                micros.add(Duration.ofNanos(System.nanoTime() - due).toNanos() / 1_000);
            } else {
                refused.add(Integer.toString(status));
            }
        } catch (IOException e) {
            refused.add(e.getClass().getSimpleName());
        }
    }

    private int post(byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(ANSWER_MILLIS);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        if (status == OK) {
            // What is read to its end keeps the connection.
            connection.getInputStream().close();
        }
        return status;
    }

    // Journey events carry everything known of an issue: a kilobyte and more.
    private static String body(String id) {
        return """
                {"api_version":"v1.3.0","name":"com.asapp.event.journey","event_id":"%s","event_type":"ASSIGNED",
                 "meta_data":{"create_time":"2026-03-02T15:06:02.114Z","event_time":"2026-03-02T15:06:02.087Z",
                 "issue_id":"%s","company_id":"acme","client_type":"WEB"},
                 "data":{"customer_id":"1470001","queue_id":"20001","agent_id":"123008"},
                 "details":{"issue_start_ts":"2026-03-02T15:03:58.000Z","customer_utterance_ct":2,"filler":"%s"}}""".formatted(id, id.substring(0, 8), "x".repeat(700));
    }
}
