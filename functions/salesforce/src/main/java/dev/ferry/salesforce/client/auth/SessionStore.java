package dev.ferry.salesforce.client.auth;

import java.util.Optional;

/// Where a session outlives its process, so that many short-lived workers sign in once. An adapter keeps it
/// encrypted.
public interface SessionStore {
    /// The session saved last, if any.
    Optional<Session> load();

    /// Keeps the session for others. A failure to do so must not throw: the session is good all the same.
    void save(Session session);

    /// A store that keeps nothing.
    static SessionStore none() {
        return new SessionStore() {
            @Override
            public Optional<Session> load() {
                return Optional.empty();
            }

            @Override
            public void save(Session session) {
                // Nothing outlives this process.
            }
        };
    }
}
