package dev.ferry.local.intercom.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.journal.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The documents of a workspace.
///
/// *Shape* of a fact: `{"k":"edit","n":7,"put":[["CONTACT","id",{..}]],"remove":[["TAG","id"]]}`; every document
/// has its id in `id` too.
///
/// *Threading*: safe for concurrent use; requests read and write one after the other.
public final class DocumentStore {
    /// The kind of fact that keeps an edit.
    public static final String EDIT = "edit";

    /// The kind of fact after which the store is empty.
    public static final String RESET = "reset";

    private static final long FIRST_NUMBER = 403_918_000;

    private final Facts facts;
    private final Map<Kind, Map<String, ObjectNode>> documents = new EnumMap<>(Kind.class);
    private final Map<Lookup, Map<String, Set<String>>> indexes = new EnumMap<>(Lookup.class);
    private final Documents view = new View();
    private long number;

    /// An empty store that keeps what is written in the facts.
    public DocumentStore(Facts facts) {
        this.facts = facts;
        clear();
    }

    /// Reads without others writing meanwhile.
    public synchronized <T> T read(Function<Documents, T> work) {
        return work.apply(view);
    }

    /// Reads and changes without others doing so meanwhile; the changes are durable when this returns, and there
    /// are none when the work throws.
    public synchronized <T> T write(Function<Edit, T> work) {
        Edit edit = new Edit(this, number);
        T result = work.apply(edit);
        if (!edit.isEmpty()) {
            ObjectNode fact = Facts.fact(EDIT).put("n", edit.number());
            edit.describe(fact.putArray("put"), fact.putArray("remove"));
            facts.record(fact);
            apply(fact);
        }
        return result;
    }

    /// Removes everything.
    public synchronized void reset() {
        facts.record(Facts.fact(RESET));
        clear();
    }

    /// Takes up a fact of an earlier start.
    public synchronized void replay(JsonNode fact) {
        if (fact.path("k").asText().equals(RESET)) {
            clear();
        } else {
            apply(fact);
        }
    }

    private void clear() {
        number = FIRST_NUMBER;
        for (Kind kind : Kind.values()) {
            documents.put(kind, new LinkedHashMap<>());
        }
        for (Lookup lookup : Lookup.values()) {
            indexes.put(lookup, new HashMap<>());
        }
    }

    private void apply(JsonNode fact) {
        number = fact.path("n").longValue();
        fact.path("put").forEach(line -> {
            replace(Kind.valueOf(line.path(0).textValue()), line.path(1).textValue(), (ObjectNode) line.path(2));
        });
        fact.path("remove").forEach(line -> {
            replace(Kind.valueOf(line.path(0).textValue()), line.path(1).textValue(), null);
        });
    }

    private void replace(Kind kind, String id, @Nullable ObjectNode after) {
        Map<String, ObjectNode> ofKind = documents(kind);
        ObjectNode before = after == null ? ofKind.remove(id) : ofKind.put(id, after);
        for (Lookup lookup : Lookup.values()) {
            if (lookup.kind() == kind) {
                reindex(lookup, id, before, after);
            }
        }
    }

    private void reindex(Lookup lookup, String id, @Nullable ObjectNode before, @Nullable ObjectNode after) {
        List<String> old = before == null ? List.of() : lookup.keys(before);
        List<String> fresh = after == null ? List.of() : lookup.keys(after);
        if (old.equals(fresh)) {
            return;
        }
        Map<String, Set<String>> index = index(lookup);
        old.stream().filter(key -> !fresh.contains(key)).forEach(key -> {
            Set<String> ids = index.getOrDefault(key, new LinkedHashSet<>());
            ids.remove(id);
            if (ids.isEmpty()) {
                index.remove(key);
            }
        });
        fresh.forEach(
                key -> index.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(id));
    }

    private Map<String, ObjectNode> documents(Kind kind) {
        return documents.getOrDefault(kind, Map.of());
    }

    private Map<String, Set<String>> index(Lookup lookup) {
        return indexes.getOrDefault(lookup, Map.of());
    }

    Optional<ObjectNode> find(Kind kind, String id) {
        return Optional.ofNullable(documents(kind).get(id));
    }

    List<ObjectNode> all(Kind kind) {
        return new ArrayList<>(documents(kind).values());
    }

    List<ObjectNode> by(Lookup lookup, String key) {
        Map<String, ObjectNode> ofKind = documents(lookup.kind());
        return index(lookup).getOrDefault(key, Collections.emptySet()).stream()
                .flatMap(id -> Optional.ofNullable(ofKind.get(id)).stream())
                .toList();
    }

    int count(Lookup lookup, String key) {
        return index(lookup).getOrDefault(key, Collections.emptySet()).size();
    }

    private final class View implements Documents {
        @Override
        public Optional<ObjectNode> find(Kind kind, String id) {
            return DocumentStore.this.find(kind, id);
        }

        @Override
        public List<ObjectNode> all(Kind kind) {
            return DocumentStore.this.all(kind);
        }

        @Override
        public List<ObjectNode> by(Lookup lookup, String key) {
            return DocumentStore.this.by(lookup, key);
        }

        @Override
        public int count(Lookup lookup, String key) {
            return DocumentStore.this.count(lookup, key);
        }
    }
}
