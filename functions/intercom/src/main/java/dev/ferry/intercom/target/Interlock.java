package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.Target.Finding;
import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.ObjectName;
import dev.ferry.http.Json;
import dev.ferry.intercom.client.IntercomClient;
import dev.ferry.intercom.client.IntercomException;
import dev.ferry.intercom.client.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Keeps a load from starting while something in the workspace would answer imported messages: the operator says
/// what is switched off, and a conversation with a contact of our own shows whether anything reacts to it.
///
/// The probe is made once in a migration; the ledger remembers its contact, which stays in the archive until a
/// rollback deletes it. Its conversation is deleted when it is over.
///
/// *Source*: Intercom, historical data migration: workflows, surveys and automatic answers fire on imported
/// records.
final class Interlock {
    /// What the operator has to confirm as switched off.
    static final Set<String> NEEDED = Set.of("workflows", "fin", "outbound");

    static final ObjectName PROBE = new ObjectName("InterlockProbe");
    // A contact, a conversation and a reply, and both are taken away again.
    private static final int CALLS = 5;
    private static final Duration REACTION = Duration.ofSeconds(5);

    private final IntercomClient client;
    private final Set<String> confirmed;
    private final IntercomTarget.Surroundings around;

    Interlock(IntercomClient client, Set<String> confirmed, IntercomTarget.Surroundings around) {
        this.client = client;
        this.confirmed = confirmed;
        this.around = around;
    }

    /// What the operator has not confirmed.
    List<Finding> findings() {
        Set<String> open = new TreeSet<>(NEEDED);
        open.removeAll(confirmed);
        return open.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        true,
                        "nobody confirmed that these are switched off in the workspace: " + String.join(", ", open),
                        "Switch off workflows, Fin, outbound messages, satisfaction surveys and assignment rules, see"
                                + " docs/how-to/prepare-intercom.md; then set target.options.confirmedOff to"
                                + " \"workflows, fin, outbound\"."));
    }

    /// How many calls that write the probe will take.
    long calls() {
        return isMade(key()) ? 0 : CALLS;
    }

    private CanonicalId key() {
        return new CanonicalId("probe:" + around.run().migrationId());
    }

    private boolean isMade(CanonicalId key) {
        return around.run().ledger().find(PROBE, List.of(key)).get(key) instanceof LedgerEntry.Loaded;
    }

    /// Makes the probe, unless this migration has made it.
    ///
    /// *Errors*: `TARGET_ACCESS` with what reacted.
    void probe(String admin) {
        CanonicalId key = key();
        if (!isMade(key)) {
            Refusals.translated(() -> {
                probe(key, admin);
                return key;
            });
        }
    }

    private void probe(CanonicalId key, String admin) {
        around.run()
                .ledger()
                .put(PROBE, List.of(new LedgerEntry.Sent(key, around.run().runId(), PROBE.value(), null)));
        String contact = contact(key);
        long second = around.clock().instant().minus(Duration.ofDays(1)).getEpochSecond();
        ObjectNode opening = Json.object();
        opening.putObject("from").put("type", "user").put("id", contact);
        String conversation = client.conversations()
                .create(opening.put("body", "Ferry tests that nothing answers imported messages.")
                        .put("created_at", second));
        String reaction;
        try {
            client.conversations()
                    .reply(
                            conversation,
                            Json.object()
                                    .put("message_type", "comment")
                                    .put("type", "admin")
                                    .put("admin_id", admin)
                                    .put("body", "<p>Ferry's own answer.</p>")
                                    .put("created_at", second + 1)
                                    .put("skip_notifications", true));
            pause();
            reaction = client.conversations()
                    .find(conversation)
                    .map(Interlock::reaction)
                    .orElse("it cannot be read back");
        } finally {
            client.conversations().delete(conversation);
            client.contacts().archive(contact);
        }
        if (!reaction.isEmpty()) {
            throw new FerryException(
                    ErrorCode.TARGET_ACCESS,
                    "the workspace reacted to a test conversation: %s. Switch off what did that, see"
                                    .formatted(reaction)
                            + " docs/how-to/prepare-intercom.md, and run again");
        }
        ContentHash none = ContentHash.of(new TreeMap<>());
        around.run()
                .ledger()
                .put(
                        PROBE,
                        List.of(new LedgerEntry.Loaded(
                                key,
                                around.run().runId(),
                                PROBE.value(),
                                contact,
                                LedgerEntry.Operation.CREATED,
                                List.of(),
                                none,
                                none,
                                around.clock().instant())));
    }

    /// The contact of a probe of which nothing more is known. One in the archive is found by trying to make it.
    String contact(CanonicalId key) {
        ObjectNode contact = Json.object()
                .put("role", "user")
                .put("external_id", "ferry-" + key.value().replace(':', '-'))
                .put("name", "Ferry test contact");
        try {
            return client.contacts().create(contact).path("id").asText();
        } catch (IntercomException refused) {
            if (refused.said() instanceof Said.ContactExists(String id, boolean archived)) {
                if (archived) {
                    client.contacts().unarchive(id);
                }
                return id;
            }
            throw refused;
        }
    }

    /// Deletes the contact of a probe.
    UndoOutcome undo(UndoItem item) {
        String contact = item.targetId().isEmpty() ? contact(item.key()) : item.targetId();
        return Deletion.of(() -> client.contacts().delete(contact));
    }

    private void pause() {
        try {
            around.sleeper().sleep(REACTION);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// What of a conversation was not asked for; empty when there is nothing.
    private static String reaction(JsonNode conversation) {
        long parts = conversation
                .path("conversation_parts")
                .path("conversation_parts")
                .valueStream()
                .count();
        long assignee = conversation.path("admin_assignee_id").asLong(0);
        if (parts > 1) {
            return "it has " + (parts - 1) + " parts that Ferry did not write";
        }
        if (assignee != 0) {
            return "it was assigned to admin " + assignee + " (default assignment)";
        }
        return Optional.of(conversation.path("state").asText("open"))
                .filter(state -> !state.equals("open"))
                .map(state -> "it became " + state)
                .orElse("");
    }
}
