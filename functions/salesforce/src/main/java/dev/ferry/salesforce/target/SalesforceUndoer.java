package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.BeforeImage;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.load.TargetReader.ExistingRecord;
import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.rollback.UndoRules;
import dev.ferry.core.rollback.Undoer;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.SalesforceId;
import dev.ferry.salesforce.client.rest.Records;
import dev.ferry.salesforce.client.rest.SObjectRecord;
import dev.ferry.salesforce.client.rest.SaveResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Undoes records by Collections, 200 a call, children before their parents. What goes with a parent has gone
/// before or is gone; a parent that somebody has given children of his own stays.
///
/// *Source*: Salesforce, delete: to the recycle bin, where a record stays 15 days.
final class SalesforceUndoer implements Undoer {
    private static final Set<String> GONE = Set.of("ENTITY_IS_DELETED", "NOT_FOUND");

    // Of a change it speaks of a record that the changed one would point at.
    private static final String GONE_WHEN_DELETED = "INVALID_CROSS_REFERENCE_KEY";
    private static final UndoOutcome CHANGED =
            new UndoOutcome.Spared("changed_since", "somebody has changed it since Ferry wrote it");
    private static final UndoOutcome IN_USE =
            new UndoOutcome.Spared("in_use", "records that are not undone hang on it");

    private final SalesforceClient client;
    private final TargetReader reader;
    private final UndoReads reads;

    SalesforceUndoer(SalesforceClient client, TargetReader reader) {
        this.client = client;
        this.reader = reader;
        this.reads = new UndoReads(client);
    }

    @Override
    public List<ObjectName> order() {
        return List.of(
                        ObjectRules.LINK,
                        ObjectRules.FILE,
                        ObjectRules.NOTE,
                        "EmailMessage",
                        "Task",
                        "Case",
                        "Agent_Stats__c",
                        "Contact",
                        "Account")
                .stream()
                .map(ObjectName::new)
                .toList();
    }

    @Override
    public int batch(ObjectName object) {
        return Records.MAX_RECORDS;
    }

    @Override
    public Map<CanonicalId, UndoOutcome> undo(ObjectName object, List<UndoItem> items, UndoRules rules) {
        return Refusals.translated(() -> new Undoing(object, items, rules).outcomes());
    }

    @Override
    public long calls(ObjectName object, long removals, long restorations) {
        long batches = (removals + restorations + Records.MAX_RECORDS - 1) / Records.MAX_RECORDS;
        return batches * (3 + UndoReads.queries(object));
    }

    @Override
    public List<String> remains() {
        return List.of(
                "Deleted records stay in the recycle bin for 15 days.",
                "Numbers that the org has given out, such as case numbers, are not given out again.",
                "Records that were there before keep the time of their latest change.");
    }

    /// One batch.
    private final class Undoing {
        private final ObjectName object;
        private final UndoRules rules;
        private final Map<CanonicalId, UndoOutcome> outcomes = new LinkedHashMap<>();
        private final Map<CanonicalId, UndoItem> items = new LinkedHashMap<>();
        private final Map<CanonicalId, String> ids = new HashMap<>();

        Undoing(ObjectName object, List<UndoItem> all, UndoRules rules) {
            this.object = object;
            this.rules = rules;
            Map<CanonicalId, String> found = lost(all);
            for (UndoItem item : all) {
                items.put(item.key(), item);
                String id = item.targetId().isEmpty() ? found.getOrDefault(item.key(), "") : item.targetId();
                if (id.isEmpty()) {
                    outcomes.put(item.key(), new UndoOutcome.Removed());
                } else {
                    ids.put(item.key(), id);
                }
            }
        }

        private Map<CanonicalId, String> lost(List<UndoItem> all) {
            List<StagedRecord> sent = new ArrayList<>();
            List<CanonicalId> keys = new ArrayList<>();
            for (UndoItem item : all) {
                if (item instanceof UndoItem.Lost lost) {
                    keys.add(lost.key());
                    lost.sent().ifPresent(sent::add);
                }
            }
            if (keys.isEmpty()) {
                return Map.of();
            }
            return switch (object.value()) {
                case ObjectRules.NOTE -> new NoteLookup(client).notes(sent);
                case ObjectRules.LINK -> new NoteLookup(client).links(sent);
                default -> new KeyLookup(client).find(object, keys);
            };
        }

        Map<CanonicalId, UndoOutcome> outcomes() {
            Map<String, UndoReads.Standing> standing = reads.standing(object, ids.values());
            Set<String> used = reads.used(object, standing.keySet());
            Map<CanonicalId, ExistingRecord> fields =
                    ObjectRules.hasKeyField(object) ? reader.standing(object, ids) : Map.of();
            Map<CanonicalId, String> deletions = new LinkedHashMap<>();
            Map<CanonicalId, ObjectNode> changes = new LinkedHashMap<>();
            ids.forEach((key, id) -> {
                UndoReads.Standing there = standing.get(id);
                if (there == null) {
                    outcomes.put(key, new UndoOutcome.Removed());
                } else if (isChanged(key, there, fields.get(key))) {
                    outcomes.put(key, CHANGED);
                } else if (items.get(key) instanceof UndoItem.Restore restore) {
                    changes.put(key, back(restore, Optional.ofNullable(fields.get(key))));
                } else if (used.contains(id)) {
                    outcomes.put(key, IN_USE);
                } else {
                    deletions.put(key, there.deletedAs());
                }
            });
            delete(deletions);
            change(changes);
            return outcomes;
        }

        private boolean isChanged(CanonicalId key, UndoReads.Standing there, @Nullable ExistingRecord fields) {
            UndoItem item = items.get(key);
            if (rules.force() || item == null) {
                return false;
            }
            Optional<ContentHash> loaded = switch (item) {
                case UndoItem.Remove remove -> remove.loaded();
                case UndoItem.Restore restore -> restore.loaded();
                case UndoItem.Lost _ -> Optional.empty();
            };
            boolean differs = fields != null
                    && loaded.filter(hash -> !ContentHash.of(fields.fields()).equals(hash))
                            .isPresent();
            boolean afterRun = UndoRules.isLater(there.modified(), rules.lastWrite());
            return item instanceof UndoItem.Restore && loaded.isPresent()
                    ? differs
                    : afterRun || (differs && UndoRules.isLater(there.modified(), item.at()));
        }

        private ObjectNode back(UndoItem.Restore restore, Optional<ExistingRecord> now) {
            ObjectNode change = JsonNodeFactory.instance.objectNode();
            SortedMap<String, FieldValue> there =
                    now.map(ExistingRecord::fields).orElseGet(TreeMap::new);
            Optional<BeforeImage> image = restore.before();
            Set<String> cleared = new TreeSet<>(restore.filled());
            if (image.isPresent()) {
                SortedMap<String, FieldValue> before = image.get().fields();
                before.forEach((name, value) -> {
                    if (!value.equals(there.get(name)) && ObjectRules.changeable(object, name)) {
                        FieldText.put(change, name, value);
                    }
                });
                there.keySet().stream()
                        .filter(name -> !before.containsKey(name))
                        .forEach(cleared::add);
            }
            cleared.forEach(change::putNull);
            return change.put("Id", restore.targetId());
        }

        private void delete(Map<CanonicalId, String> deletions) {
            if (deletions.isEmpty()) {
                return;
            }
            List<CanonicalId> keys = List.copyOf(deletions.keySet());
            List<SaveResult> results = client.records()
                    .delete(deletions.values().stream().map(SalesforceId::new).toList(), false);
            for (int i = 0; i < keys.size(); i++) {
                outcomes.put(keys.get(i), deleted(results.get(i)));
            }
        }

        private void change(Map<CanonicalId, ObjectNode> changes) {
            if (changes.isEmpty()) {
                return;
            }
            List<CanonicalId> keys = List.copyOf(changes.keySet());
            List<SaveResult> results = client.records()
                    .update(
                            changes.values().stream()
                                    .map(change -> new SObjectRecord(object.value(), change))
                                    .toList(),
                            false);
            for (int i = 0; i < keys.size(); i++) {
                outcomes.put(keys.get(i), outcome(results.get(i), new UndoOutcome.Restored()));
            }
        }

        private static UndoOutcome deleted(SaveResult result) {
            return result instanceof SaveResult.Refused(List<RecordError> errors) && has(errors, GONE_WHEN_DELETED)
                    ? new UndoOutcome.Removed()
                    : outcome(result, new UndoOutcome.Removed());
        }

        private static boolean has(List<RecordError> errors, String code) {
            return errors.stream().anyMatch(error -> error.code().equals(code));
        }

        private static UndoOutcome outcome(SaveResult result, UndoOutcome done) {
            return switch (result) {
                case SaveResult.Saved _ -> done;
                case SaveResult.SeveralMatches _ -> done;
                case SaveResult.Refused(List<RecordError> errors) -> refused(errors);
            };
        }

        private static UndoOutcome refused(List<RecordError> errors) {
            if (errors.stream().anyMatch(error -> GONE.contains(error.code()))) {
                return new UndoOutcome.Removed();
            }
            if (has(errors, "DELETE_FAILED")) {
                return IN_USE;
            }
            Outcome.Failed failed = Refusals.failed(errors);
            return new UndoOutcome.Failed(failed.code(), failed.reason(), failed.hint());
        }
    }
}
