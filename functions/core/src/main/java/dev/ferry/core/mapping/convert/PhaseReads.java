package dev.ferry.core.mapping.convert;

import dev.ferry.core.json.Selection;
import dev.ferry.core.mapping.convert.SourcePath.Step;
import dev.ferry.core.mapping.convert.ValueSource.FromTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a phase reads of an item and of the record that holds it, told from the very plans that read. A way to read
/// that is not told here does not compile; a path that is forgotten fails with the first record.
record PhaseReads(Selection item, Selection record) {
    private static final PhaseReads NONE = new PhaseReads(Selection.NOTHING, Selection.NOTHING);

    /// What a phase reads of canonical records, beside their ids.
    static Selection of(PhasePlan plan) {
        PhaseReads reads = of(plan.key()).plus(optional(plan.lockGroup()));
        for (Condition condition : plan.select()) {
            reads = reads.plus(of(condition));
        }
        for (Condition condition : plan.where()) {
            reads = reads.plus(of(condition));
        }
        for (FieldPlan field : plan.fields()) {
            reads = reads.plus(of(field));
        }
        Selection items =
                plan.forEach() == null ? reads.item : at(plan.forEach().steps(), reads.item);
        return items.plus(reads.record);
    }

    private static PhaseReads of(Condition condition) {
        return switch (condition) {
            case Condition.OneOf oneOf -> of(oneOf.path());
            case Condition.Present present -> of(present.path());
            case Condition.LongerThan longer -> of(longer.path());
            case Condition.True holds -> holds.expression().reads();
        };
    }

    /// What a field reads.
    static PhaseReads of(FieldPlan field) {
        return switch (field) {
            case FieldPlan.Fixed _ -> NONE;
            case FieldPlan.Link link -> of(link.key());
            case FieldPlan.Owner owner -> of(owner.agent()).plus(optional(owner.orElse()));
            case ValuePlan value -> of(value.source());
        };
    }

    private static PhaseReads of(ValueSource source) {
        return switch (source) {
            case ValueSource.FromPath(SourcePath path) -> of(path);
            case ValueSource.FromExpression(JsonataExpression expression) -> expression.reads();
            case FromTemplate(List<FromTemplate.Part> parts) ->
                parts.stream().map(PhaseReads::of).reduce(NONE, PhaseReads::plus);
        };
    }

    private static PhaseReads of(FromTemplate.Part part) {
        return switch (part) {
            case FromTemplate.Literal _ -> NONE;
            case FromTemplate.Placeholder(SourcePath path) -> of(path);
        };
    }

    private static PhaseReads optional(@Nullable SourcePath path) {
        return path == null ? NONE : of(path);
    }

    private static PhaseReads of(SourcePath path) {
        Selection selection = at(path.steps(), Selection.WHOLE);
        return switch (path.root()) {
            case ITEM -> new PhaseReads(selection, Selection.NOTHING);
            case RECORD -> new PhaseReads(Selection.NOTHING, selection);
            case BATCH -> NONE;
        };
    }

    // A member of a list is that of each of its objects, so positions and matches lead no deeper.
    private static Selection at(List<Step> steps, Selection end) {
        Selection selection = end;
        for (Step step : steps.reversed()) {
            selection = switch (step) {
                case Step.Member(String name) -> Selection.member(name, selection);
                case Step.Position _ -> selection;
                case Step.Match match -> selection.plus(Selection.member(match.name(), Selection.WHOLE));
            };
        }
        return selection;
    }

    private PhaseReads plus(PhaseReads other) {
        return new PhaseReads(item.plus(other.item), record.plus(other.record));
    }
}
