package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.store.OrgStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The tokens that have been issued. A token dies when it lies idle too long, or when all are revoked.
///
/// *Threading*: safe for concurrent use.
final class Sessions {
    private final OrgStore store;
    private final OrgState org;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Long> lastUse = new ConcurrentHashMap<>();
    private final AtomicLong authenticated = new AtomicLong();

    Sessions(OrgStore store, OrgState org) {
        this.store = store;
        this.org = org;
    }

    void replay(JsonNode event) {
        Session session = new Session(
                event.path("token").asText(),
                event.path("user").asText(),
                event.path("name").asText());
        sessions.put(session.token(), session);
        lastUse.put(session.token(), event.path("at").longValue());
    }

    Session open(String organizationId, String userId, String username) {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        Session session = new Session(organizationId + "!AQ" + HexFormat.of().formatHex(secret), userId, username);
        long now = org.now().toEpochMilli();
        store.write(tx -> {
            tx.event(Json.object()
                    .put("k", "session")
                    .put("token", session.token())
                    .put("user", userId)
                    .put("name", username)
                    .put("at", now));
            return true;
        });
        sessions.put(session.token(), session);
        lastUse.put(session.token(), now);
        return session;
    }

    /// The session of a token, whose idle time starts anew.
    Optional<Session> use(String token) {
        if (org.faults().revokeTokenAt() > 0
                && authenticated.incrementAndGet() == org.faults().revokeTokenAt()) {
            revokeAll();
        }
        Session session = sessions.get(token);
        long now = org.now().toEpochMilli();
        long idle = now - lastUse.getOrDefault(token, 0L);
        if (session == null || idle >= org.faults().tokenTtlSeconds() * 1_000) {
            sessions.remove(token);
            lastUse.remove(token);
            return Optional.empty();
        }
        lastUse.put(token, now);
        return Optional.of(session);
    }

    void revoke(String token) {
        sessions.remove(token);
    }

    void revokeAll() {
        sessions.clear();
    }
}
