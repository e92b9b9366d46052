package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.RecordType;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.schema.SalesforceId;
import dev.ferry.local.salesforce.soql.QueryEngine;
import dev.ferry.local.salesforce.store.OrgStore;
import dev.ferry.local.salesforce.store.Row;
import dev.ferry.local.salesforce.store.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Writes rows: insert, update, upsert, delete.
///
/// *Errors*: a refused row is a [RowResult.Refused] and leaves nothing behind; the other rows of the
/// transaction stand. *Threading*: safe for concurrent use; each call runs inside a transaction, which is one
/// thread's.
public final class Dml {
    private final OrgStore store;
    private final OrgState org;
    private final ObjectRulebook rulebook = new ObjectRulebook();
    private final Deletion deletion = new Deletion(rulebook);
    private final Automation automation;
    private final Storage storage;

    public Dml(OrgStore store, OrgState org, QueryEngine engine) {
        this.store = store;
        this.org = org;
        this.automation = new Automation(engine);
        this.storage = new Storage(store, org);
    }

    /// Writes a new record.
    public RowResult insert(Transaction tx, SObjectType type, RowInput input, DmlOptions options) {
        return guarded(tx, null, () -> inserted(type, input, context(tx, options, false)));
    }

    /// Changes a record.
    ///
    /// @param id the record's id as the client gave it
    public RowResult update(Transaction tx, SObjectType type, String id, RowInput input, DmlOptions options) {
        return guarded(tx, id, () -> {
            Row before = existing(tx, type, id);
            return updated(type, before, input, context(tx, options, false));
        });
    }

    /// Inserts a record or changes the one that carries the key.
    ///
    /// @param key the value of the key field; blank means that there is no such record
    public RowResult upsert(Transaction tx, UpsertKey key, RowInput input, DmlOptions options) {
        return guarded(tx, null, () -> {
            DmlContext context = context(tx, options, true);
            if (key.value().isBlank()) {
                if (key.field().type() == FieldType.ID) {
                    return inserted(key.type(), input, context);
                }
                throw RefusedRow.of(
                        "MISSING_ARGUMENT",
                        key.field().name() + " not specified",
                        key.field().name());
            }
            if (key.field().type() == FieldType.ID) {
                return updated(key.type(), existing(tx, key.type(), key.value()), input, context);
            }
            List<Row> found = tx.table(key.type()).findLive(key.field(), key.value());
            if (found.size() > 1) {
                throw RefusedRow.of(
                        "DUPLICATE_EXTERNAL_ID",
                        key.field().name() + ": more than one record found for external id field: "
                                + found.stream().map(Row::id).toList(),
                        key.field().name());
            }
            return found.isEmpty()
                    ? inserted(key.type(), input, context)
                    : updated(key.type(), found.getFirst(), input, context);
        });
    }

    /// Puts a record and what hangs on it into the recycle bin, or removes it for good.
    public RowResult delete(Transaction tx, SObjectType type, String id, boolean hard, DmlOptions options) {
        return guarded(tx, id, () -> {
            Row row = existing(tx, type, id);
            deletion.delete(type, row, hard ? Row.Life.PURGED : Row.Life.BINNED, context(tx, options, false));
            return new RowResult.Saved(row.id(), false);
        });
    }

    /// How much of the org's storage is used.
    public Storage storage() {
        return storage;
    }

    private DmlContext context(Transaction tx, DmlOptions options, boolean upsert) {
        return new DmlContext(store, org, tx, options, upsert);
    }

    private static RowResult guarded(
            Transaction tx, @org.jspecify.annotations.Nullable String id, Supplier<RowResult> work) {
        int mark = tx.mark();
        try {
            return work.get();
        } catch (RefusedRow refused) {
            tx.rollBackTo(mark);
            RowError error = refused.error();
            return new RowResult.Refused(
                    error.id() == null ? new RowError(id, error.code(), error.message(), error.fields()) : error);
        }
    }

    private static Row existing(Transaction tx, SObjectType type, String given) {
        String id = SalesforceId.canonical(given)
                .orElseThrow(() -> RefusedRow.of("MALFORMED_ID", "malformed id " + given, "Id"));
        if (!id.startsWith(type.keyPrefix())) {
            throw RefusedRow.of("INVALID_ID_FIELD", "Invalid Id for entity type '" + type.name() + "'", "Id");
        }
        Row row = tx.table(type)
                .find(id)
                .orElseThrow(() -> RefusedRow.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
        if (!row.live()) {
            throw RefusedRow.of("ENTITY_IS_DELETED", "entity is deleted");
        }
        return row;
    }

    private RowResult inserted(SObjectType type, RowInput input, DmlContext context) {
        if (type.definition().internal() && !type.name().equals("User")) {
            throw RefusedRow.of("INVALID_TYPE", "entity type " + type.name() + " does not support create");
        }
        Draft draft = new Draft(type, null);
        FieldRules.fill(draft, input, context);
        recordType(draft);
        FieldRules.defaults(draft);
        FieldRules.required(draft, context);
        FieldRules.picklists(draft, context);
        References.check(draft, context);
        rulebook.of(type).beforeInsert(draft, context);
        Stamps.onInsert(draft, context);
        FieldRules.unique(draft, context);
        storage.checkRoom(draft);
        String id = type.name().equals("ContentNote")
                ? ContentRules.Document.create(draft, "", context)
                : context.tx().nextId(type);
        numbered(draft, id);
        Row row = draft.row(id);
        automation.check(draft, row, context);
        context.tx().put(type, row);
        rulebook.of(type).afterInsert(row, draft, context);
        return new RowResult.Saved(id, true);
    }

    private RowResult updated(SObjectType type, Row before, RowInput input, DmlContext context) {
        Draft draft = new Draft(type, before);
        FieldRules.fill(draft, input, context);
        FieldRules.required(draft, context);
        FieldRules.picklists(draft, context);
        References.check(draft, context);
        rulebook.of(type).beforeUpdate(draft, context);
        Stamps.onUpdate(draft, context);
        FieldRules.unique(draft, context);
        Row row = draft.row(before.id());
        automation.check(draft, row, context);
        context.tx().put(type, row);
        return new RowResult.Saved(row.id(), false);
    }

    private static void recordType(Draft draft) {
        Optional<Field> field = draft.type().field("RecordTypeId");
        if (field.isPresent() && draft.get(field.get()) == null) {
            draft.type().recordTypes().stream()
                    .filter(t -> t.definition().isDefault() && !t.definition().unavailable())
                    .findFirst()
                    .map(RecordType::id)
                    .ifPresent(id -> draft.set(field.get(), id));
        }
    }

    // A display format such as AS-{000000} is filled with the record's number.
    private static void numbered(Draft draft, String id) {
        for (Field field : draft.type().fields()) {
            String format = field.definition().autoNumber();
            if (format != null) {
                int open = format.indexOf('{');
                int width = format.indexOf('}') - open - 1;
                String number = String.format(Locale.ROOT, "%0" + width + "d", SalesforceId.number(id));
                draft.set(field, format.substring(0, open) + number + format.substring(open + width + 2));
            }
        }
    }
}
