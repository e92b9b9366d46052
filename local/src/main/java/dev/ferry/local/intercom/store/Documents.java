package dev.ferry.local.intercom.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// Documents for reading, which nobody may change.
public interface Documents {

    /// A document by its id.
    Optional<ObjectNode> find(Kind kind, String id);

    /// All documents of a kind, in the order in which they were made.
    List<ObjectNode> all(Kind kind);

    /// The documents that a lookup finds under a key, in the order in which they came there.
    List<ObjectNode> by(Lookup lookup, String key);

    /// How many documents a lookup finds under a key.
    int count(Lookup lookup, String key);

    /// A document that is there. *Errors*: `IllegalStateException` when it is not.
    default ObjectNode require(Kind kind, String id) {
        return find(kind, id)
                .orElseThrow(() -> new IllegalStateException("There is no %s with id %s".formatted(kind, id)));
    }
}
