package dev.ferry.core.mapping;

import dev.ferry.core.json.Selection;
import dev.ferry.core.mapping.convert.Condition;
import dev.ferry.core.mapping.convert.Condition.Verdict;
import dev.ferry.core.mapping.convert.DependentValues;
import dev.ferry.core.mapping.convert.FieldPlan;
import dev.ferry.core.mapping.convert.ItemScope;
import dev.ferry.core.mapping.convert.PhasePlan;
import dev.ferry.core.mapping.convert.RecordDraft;
import dev.ferry.core.mapping.convert.Rejection;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.target.FieldNames;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.TargetRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One phase of a compiled mapping: a pure function from a canonical record to what becomes of it.
///
/// *Threading*: immutable, for use by many threads.
public final class CompiledPhase {
    private static final String ID = "id";

    private final String name;
    private final EntityKind from;
    private final LoadHints load;
    private final String defaultBatch;
    private final PhasePlan plan;
    private final FieldNames filled;
    private final PlacedFields all;
    private final PlacedFields shared;
    private final PlacedFields own;
    private final Selection reads;

    CompiledPhase(String name, EntityKind from, LoadHints load, String defaultBatch, PhasePlan plan) {
        this.name = name;
        this.from = from;
        this.load = load;
        this.defaultBatch = defaultBatch;
        this.plan = plan;
        this.filled = FieldNames.of(
                plan.fields().stream().flatMap(field -> field.fills().stream()).collect(Collectors.toSet()));
        List<FieldPlan> alike = plan.shared();
        this.all = new PlacedFields(plan.fields(), filled);
        this.shared = new PlacedFields(alike, filled);
        this.own = new PlacedFields(
                plan.fields().stream().filter(field -> !alike.contains(field)).toList(), filled);
        this.reads = plan.reads().plus(Selection.member(ID, Selection.WHOLE));
    }

    /// The phase's own name, unique in the mapping.
    public String name() {
        return name;
    }

    /// What people call it.
    public String title() {
        return plan.title();
    }

    /// Whether a canonical record becomes one record; else the items of a list in it do.
    public boolean isWhole() {
        return plan.forEach() == null;
    }

    /// The object type in the target.
    public ObjectName object() {
        return plan.object();
    }

    /// The kind of canonical record that it reads.
    public EntityKind from() {
        return from;
    }

    /// The API names of the fields that it gives a value to, in any of its records.
    public SortedSet<String> fields() {
        return plan.fields().stream().map(FieldPlan::field).collect(Collectors.toCollection(TreeSet::new));
    }

    /// What it reads of canonical records: of one that was read no further, it makes the same.
    public Selection reads() {
        return reads;
    }

    /// How it wishes to be loaded.
    public LoadHints load() {
        return load;
    }

    /// What becomes of a canonical record, given as JSON: one result, or one for each item of the phase's list, in
    /// the order of the list.
    ///
    /// *Errors*: none; what cannot be mapped is quarantined.
    public List<Mapped> map(Map<String, ?> canonical, MappingRun run) {
        String batch = run.batch().isEmpty() ? defaultBatch : run.batch();
        ItemScope whole = new ItemScope(canonical, canonical, batch, run.owners());
        if (plan.forEach() == null) {
            Mapped one = one(whole, -1, null);
            return one == null ? List.of() : List.of(one);
        }
        return switch (plan.forEach().read(whole)) {
            case null -> List.of();
            case List<?> items -> each(items, whole);
            case Object other ->
                List.of(new Mapped.Quarantined(
                        new CanonicalId(position(canonical, -1)),
                        plan.forEach().text(),
                        "not a list",
                        "the canonical record is malformed; assemble it again"));
        };
    }

    private List<Mapped> each(List<?> items, ItemScope whole) {
        List<Mapped> results = new ArrayList<>(items.size());
        RecordDraft begun = begun(whole);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Map<?, ?> item) {
                Mapped one = one(new ItemScope(item, whole.record(), whole.batch(), whole.owners()), i, begun);
                if (one != null) {
                    results.add(one);
                }
            } else {
                results.add(new Mapped.Quarantined(
                        new CanonicalId(position(whole.record(), i)),
                        "key",
                        "not an object",
                        "the canonical record is malformed; assemble it again"));
            }
        }
        return List.copyOf(results);
    }

    // What the records of all items begin with; null when there is something to be said of it, since that is said of
    // each record in the order of its fields.
    private @Nullable RecordDraft begun(ItemScope whole) {
        RecordDraft draft = new RecordDraft(filled);
        return shared.fill(whole, draft) == null && draft.adjustments().isEmpty() ? draft : null;
    }

    // What becomes of an item; null when it is not of this phase.
    private @Nullable Mapped one(ItemScope scope, int index, @Nullable RecordDraft begun) {
        Verdict selected = verdict(plan.select(), scope);
        if (selected == Verdict.FAILS) {
            return null;
        }
        String id = plan.key().readId(scope);
        CanonicalId key = new CanonicalId(id == null ? position(scope.record(), index) : id);
        if (selected == Verdict.UNREADABLE) {
            return unreadable(key);
        }
        Mapped failing = failing(plan.where(), key, scope);
        if (failing != null) {
            return failing;
        }
        return id == null
                ? new Mapped.Quarantined(key, "key", "no id at " + plan.key().text(), "the record cannot be told apart")
                : record(key, scope, begun);
    }

    // Of the first condition that does not hold.
    private static Verdict verdict(List<Condition> conditions, ItemScope scope) {
        for (int i = 0; i < conditions.size(); i++) {
            Verdict verdict = conditions.get(i).test(scope);
            if (verdict != Verdict.HOLDS) {
                return verdict;
            }
        }
        return Verdict.HOLDS;
    }

    private static @Nullable Mapped failing(List<Condition> conditions, CanonicalId key, ItemScope scope) {
        for (int i = 0; i < conditions.size(); i++) {
            switch (conditions.get(i).test(scope)) {
                case HOLDS -> {}
                case FAILS -> {
                    return new Mapped.Filtered(key, conditions.get(i).reason());
                }
                case UNREADABLE -> {
                    return unreadable(key);
                }
            }
        }
        return null;
    }

    private static Mapped unreadable(CanonicalId key) {
        return new Mapped.Quarantined(key, "where", "the condition's expression failed", "correct it in the mapping");
    }

    private Mapped record(CanonicalId key, ItemScope scope, @Nullable RecordDraft begun) {
        RecordDraft draft = begun == null ? new RecordDraft(filled) : new RecordDraft(begun);
        Rejection rejection = (begun == null ? all : own).fill(scope, draft);
        if (rejection == null) {
            rejection = check(draft);
        }
        if (rejection != null) {
            return new Mapped.Quarantined(key, rejection.field(), rejection.reason(), rejection.hint());
        }
        String group = plan.lockGroup() == null ? null : plan.lockGroup().readId(scope);
        TargetRecord record = new TargetRecord(plan.object(), key, group == null ? key.value() : group, draft.finish());
        return new Mapped.Record(record, draft.adjustments());
    }

    private @Nullable Rejection check(RecordDraft draft) {
        for (DependentValues dependent : plan.dependents()) {
            Rejection rejection = dependent.check(draft);
            if (rejection != null) {
                return rejection;
            }
        }
        return null;
    }

    private String position(Map<?, ?> record, int index) {
        String id = record.get(ID) instanceof String text && !text.isBlank() ? text : "unknown:" + from.label();
        return index < 0 || plan.forEach() == null
                ? id
                : id + "#" + plan.forEach().text() + "[" + index + "]";
    }
}
