package dev.ferry.intercom.target;

import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.ObjectName;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// The ledger's notes on attributes that Ferry made while it prepared the workspace.
///
/// *Shape* of a key: `attribute:{model}:{name}`.
record PreparedAttributes(Ledger ledger, String runId, InstantSource clock) {
    static final ObjectName OBJECT = new ObjectName("PreparedAttribute");
    private static final String PREFIX = "attribute:";

    private static CanonicalId key(Attribute attribute) {
        return new CanonicalId(PREFIX + attribute.model().label() + ":" + attribute.name());
    }

    /// Whether Ferry made an attribute, or was about to.
    boolean isOurs(Attribute attribute) {
        return ledger.find(OBJECT, List.of(key(attribute))).containsKey(key(attribute));
    }

    /// Writes ahead that an attribute is about to be made.
    void intend(Attribute attribute) {
        ledger.put(OBJECT, List.of(new LedgerEntry.Sent(key(attribute), runId, OBJECT.value(), null)));
    }

    /// Writes down that an attribute is there.
    void made(Attribute attribute, String id) {
        ContentHash none = ContentHash.of(new TreeMap<>());
        ledger.put(
                OBJECT,
                List.of(new LedgerEntry.Loaded(
                        key(attribute),
                        runId,
                        OBJECT.value(),
                        id,
                        LedgerEntry.Operation.CREATED,
                        List.of(),
                        none,
                        none,
                        clock.instant())));
    }

    /// The model that a key speaks of.
    static Optional<AttributeModel> model(CanonicalId key) {
        String text = key.value();
        return text.startsWith(PREFIX)
                ? Optional.of(AttributeModel.valueOf(text.substring(PREFIX.length(), text.indexOf(':', PREFIX.length()))
                        .toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /// The name that a key speaks of.
    static Optional<String> name(CanonicalId key) {
        String text = key.value();
        return text.startsWith(PREFIX)
                ? Optional.of(text.substring(text.indexOf(':', PREFIX.length()) + 1))
                : Optional.empty();
    }
}
