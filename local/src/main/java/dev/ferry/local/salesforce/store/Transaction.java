package dev.ferry.local.salesforce.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes that are kept together: they show at once inside the transaction, and outside when it has been committed.
///
/// *Threading*: used by the one thread that holds the store's write lock.
public final class Transaction {
    private final OrgStore store;
    private final List<Mutation> mutations = new ArrayList<>();
    private final List<JsonNode> events = new ArrayList<>();

    Transaction(OrgStore store) {
        this.store = store;
    }

    /// The rows of an object.
    public Table table(SObjectType type) {
        return store.table(type);
    }

    /// The live row with that id, whatever its object.
    public Optional<Row> live(String id) {
        return row(id).filter(Row::live);
    }

    /// The row with that id, binned or live, whatever its object.
    public Optional<Row> row(String id) {
        return store.schema().ofId(id).flatMap(type -> store.table(type).find(id));
    }

    /// The id of the next new record of an object.
    public String nextId(SObjectType type) {
        return store.table(type).nextId();
    }

    /// Inserts, changes, bins or purges a row.
    public Row put(SObjectType type, Row after) {
        Table table = store.table(type);
        @Nullable Row before = table.find(after.id()).orElse(null);
        mutations.add(new Mutation(table, before, after));
        table.put(after);
        return after;
    }

    /// Keeps a text outside the heap when it is long.
    public Object keep(String text) {
        return text.length() > TextStore.THRESHOLD ? store.texts().put(text) : text;
    }

    /// The text of a value that may be a [LongText].
    public String text(Object value) {
        return store.text(value);
    }

    /// Adds a fact of another package to the transaction; it comes back to that package when the journal is
    /// replayed.
    public void event(JsonNode event) {
        events.add(event);
    }

    /// A point to which the transaction can be rolled back.
    public int mark() {
        return mutations.size();
    }

    /// Undoes the writes since a mark.
    public void rollBackTo(int mark) {
        for (int i = mutations.size() - 1; i >= mark; i--) {
            Mutation undone = mutations.remove(i);
            Row before = undone.before();
            if (before == null) {
                undone.table().forget(undone.after().id());
            } else {
                undone.table().put(before);
            }
        }
    }

    boolean empty() {
        return mutations.isEmpty() && events.isEmpty();
    }

    List<Mutation> mutations() {
        return mutations;
    }

    List<JsonNode> events() {
        return events;
    }
}
