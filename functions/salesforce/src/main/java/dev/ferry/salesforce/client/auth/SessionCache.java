package dev.ferry.salesforce.client.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The session that all threads share, renewed by one of them at a time.
///
/// Threading: safe. While one thread signs in, the others wait for its session instead of signing in too:
/// sign-ins cost API calls and are limited per user.
public final class SessionCache {
    private final SignIn signIn;
    private final SessionStore store;
    private final Duration maxAge;
    private final Clock clock;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile @Nullable Session session;

    /// A cache whose sessions are renewed once they are older than `maxAge`.
    public SessionCache(SignIn signIn, SessionStore store, Duration maxAge, Clock clock) {
        this.signIn = signIn;
        this.store = store;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /// The session to use now. Blocks while it has to be acquired.
    public Session current() {
        var held = session;
        return held != null && isFresh(held) ? held : renew(held);
    }

    /// A session other than the one that was refused. Blocks while it has to be acquired; signs in only when
    /// nobody else has done so since.
    public Session replace(Session refused) {
        return renew(refused);
    }

    private Session renew(@Nullable Session unwanted) {
        renewal.lock();
        try {
            var held = session;
            if (held != null && isUsable(held, unwanted)) {
                return held;
            }
            var stored = store.load().filter(candidate -> isUsable(candidate, unwanted));
            if (stored.isPresent()) {
                session = stored.get();
                return stored.get();
            }
            var fresh = signIn.signIn();
            session = fresh;
            store.save(fresh);
            return fresh;
        } finally {
            renewal.unlock();
        }
    }

    private boolean isUsable(Session candidate, @Nullable Session unwanted) {
        return isFresh(candidate) && (unwanted == null || !candidate.token().equals(unwanted.token()));
    }

    private boolean isFresh(Session candidate) {
        return candidate.acquiredAt().plus(maxAge).isAfter(clock.instant());
    }
}
