package dev.ferry.local.intercom.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The changes of one request, which happen all together or not at all. It reads what it has changed itself.
///
/// *Threading*: for the thread that [DocumentStore#write] gave it to.
public final class Edit implements Documents {
    private final DocumentStore store;
    private final Map<Address, Optional<ObjectNode>> pending = new LinkedHashMap<>();
    private long number;

    /// Where a document is.
    private record Address(Kind kind, String id) {}

    Edit(DocumentStore store, long number) {
        this.store = store;
        this.number = number;
    }

    /// A fresh decimal id.
    public String nextId() {
        number++;
        return Long.toString(number);
    }

    /// A fresh id of 24 hexadecimal digits, as contacts and companies have them.
    ///
    /// @param seconds since 1970, which the id begins with
    public String nextHexId(long seconds) {
        number++;
        return String.format(Locale.ROOT, "%08x%016x", seconds & 0xffff_ffffL, 0x1bb6_9f9f_0000_0000L + number);
    }

    /// Adds a document, or replaces the one of that id.
    public ObjectNode put(Kind kind, String id, ObjectNode document) {
        pending.put(new Address(kind, id), Optional.of(document));
        return document;
    }

    /// A document to be changed in place.
    public ObjectNode change(Kind kind, String id) {
        Optional<ObjectNode> mine = pending.getOrDefault(new Address(kind, id), Optional.empty());
        return mine.orElseGet(() -> put(kind, id, require(kind, id).deepCopy()));
    }

    /// Removes a document.
    public void remove(Kind kind, String id) {
        pending.put(new Address(kind, id), Optional.empty());
    }

    @Override
    public Optional<ObjectNode> find(Kind kind, String id) {
        Optional<ObjectNode> mine = pending.get(new Address(kind, id));
        return mine == null ? store.find(kind, id) : mine;
    }

    @Override
    public List<ObjectNode> all(Kind kind) {
        return merged(kind, store.all(kind), mine(kind));
    }

    @Override
    public List<ObjectNode> by(Lookup lookup, String key) {
        return merged(
                lookup.kind(),
                store.by(lookup, key),
                mine(lookup.kind()).filter(doc -> lookup.keys(doc).contains(key)));
    }

    @Override
    public int count(Lookup lookup, String key) {
        return pending.isEmpty() ? store.count(lookup, key) : by(lookup, key).size();
    }

    private List<ObjectNode> merged(Kind kind, List<ObjectNode> committed, Stream<ObjectNode> mine) {
        List<ObjectNode> all = new ArrayList<>(committed);
        if (pending.keySet().stream().anyMatch(address -> address.kind() == kind)) {
            all.removeIf(
                    doc -> pending.containsKey(new Address(kind, doc.path("id").asText())));
        }
        mine.forEach(all::add);
        return all;
    }

    private Stream<ObjectNode> mine(Kind kind) {
        return pending.entrySet().stream()
                .filter(change -> change.getKey().kind() == kind)
                .flatMap(change -> change.getValue().stream());
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    long number() {
        return number;
    }

    void describe(ArrayNode puts, ArrayNode removals) {
        pending.forEach((address, document) -> {
            ArrayNode line = document.isPresent() ? puts.addArray() : removals.addArray();
            line.add(address.kind().name()).add(address.id());
            document.ifPresent(line::add);
        });
    }
}
