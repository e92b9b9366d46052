package dev.ferry.core.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

/// Time that passes only while every thread sleeps; one thread runs at a time, so a run repeats itself exactly.
///
/// *Threading*: a thread is counted by [#start] and must wait for others only by sleeping here.
final class VirtualTime {
    private final PriorityQueue<Sleeping> sleeping =
            new PriorityQueue<>(Comparator.comparing(Sleeping::until).thenComparing(Sleeping::number));
    private Instant now;
    private int running;
    private long number;

    VirtualTime(Instant start) {
        now = start;
    }

    private record Sleeping(Instant until, long number, Semaphore wakeUp) {}

    synchronized Instant now() {
        return now;
    }

    /// Counts a thread that will run `work`; it begins once all threads sleep.
    synchronized Thread start(Runnable work) {
        running++;
        return Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } finally {
                end();
            }
        });
    }

    void sleep(Duration time) throws InterruptedException {
        Sleeping me;
        synchronized (this) {
            me = new Sleeping(now.plus(time), number++, new Semaphore(0));
            sleeping.add(me);
            end();
        }
        me.wakeUp().acquire();
    }

    private synchronized void end() {
        running--;
        if (running == 0 && !sleeping.isEmpty()) {
            Sleeping first = sleeping.remove();
            now = first.until();
            running++;
            first.wakeUp().release();
        }
    }

    /// A clock that is off by so much.
    Clock clock(Duration offset) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("this clock knows one zone");
            }

            @Override
            public Instant instant() {
                return now().plus(offset);
            }
        };
    }
}
