package dev.ferry.salesforce.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SessionCacheTest {
    private static final URI INSTANCE = URI.create("https://acme.my.salesforce.com");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T21:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final AtomicInteger signIns = new AtomicInteger();

    @Test
    void signsInOnceForThreadsThatAllSawTheSameRefusal() throws Exception {
        var cache = cache(SessionStore.none());
        var refused = cache.current();
        var start = new CountDownLatch(1);
        var renewed = new ArrayList<Future<Session>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                renewed.add(threads.submit(() -> {
                    start.await();
                    return cache.replace(refused);
                }));
            }
            start.countDown();
        }

        assertThat(signIns).hasValue(2);
        for (var session : renewed) {
            assertThat(session.get().token()).isEqualTo(new AccessToken("T2"));
        }
    }

    @Test
    void renewsASessionThatIsTooOld() {
        var cache = cache(SessionStore.none());
        cache.current();
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(59)));
        assertThat(cache.current().token()).isEqualTo(new AccessToken("T1"));

        now.updateAndGet(then -> then.plus(Duration.ofMinutes(1)));

        assertThat(cache.current().token()).isEqualTo(new AccessToken("T2"));
    }

    @Test
    void takesTheSessionThatAnotherProcessHasLeft() {
        var store = new Shelf();
        cache(store).current();

        assertThat(cache(store).current().token()).isEqualTo(new AccessToken("T1"));
        assertThat(signIns).hasValue(1);
    }

    @Test
    void doesNotTakeTheRefusedSessionBackFromTheStore() {
        var store = new Shelf();
        var cache = cache(store);

        assertThat(cache.replace(cache.current()).token()).isEqualTo(new AccessToken("T2"));
        assertThat(store.load().map(Session::token)).contains(new AccessToken("T2"));
    }

    private SessionCache cache(SessionStore store) {
        SignIn signIn = () -> new Session(
                INSTANCE, "005000000000001AAA", new AccessToken("T" + signIns.incrementAndGet()), clock.instant());
        return new SessionCache(signIn, store, Duration.ofMinutes(60), clock);
    }

    private static final class Shelf implements SessionStore {
        private Optional<Session> held = Optional.empty();

        @Override
        public Optional<Session> load() {
            return held;
        }

        @Override
        public void save(Session session) {
            held = Optional.of(session);
        }
    }
}
