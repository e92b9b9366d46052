package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.Adjustment.Rule;
import dev.ferry.core.mapping.OwnerDecision;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How one field of a target record is filled.
public sealed interface FieldPlan permits FieldPlan.Fixed, FieldPlan.Link, FieldPlan.Owner, ValuePlan {

    /// The field's API name.
    String field();

    /// The API names of all fields that it may set.
    default Set<String> fills() {
        return Set.of(field());
    }

    /// Fills the field that the draft turned to, or leaves it out; a rejection when the record must be held back.
    @Nullable
    Rejection fill(ItemScope scope, RecordDraft draft);

    /// A constant.
    record Fixed(String field, FieldValue value) implements FieldPlan {
        @Override
        public @Nullable Rejection fill(ItemScope scope, RecordDraft draft) {
            draft.put(value);
            return null;
        }
    }

    /// A reference to the record that was made of another canonical record.
    ///
    /// @param required whether the record is held back when the other did not arrive
    /// @param keyRequired whether it is held back when the source names no other
    record Link(String field, ObjectName object, SourcePath key, boolean required, boolean keyRequired)
            implements FieldPlan {
        @Override
        public @Nullable Rejection fill(ItemScope scope, RecordDraft draft) {
            String id = key.readId(scope);
            if (id != null) {
                draft.put(new FieldValue.Reference(object, new CanonicalId(id), required));
                return null;
            }
            return keyRequired
                    ? new Rejection(field, "no id at " + key.text(), "correct the source, or make the field optional")
                    : null;
        }
    }

    /// The user that a person decided on for an agent.
    ///
    /// @param orElse where the agent stands when the first path has none; null when nowhere
    /// @param orDefault whether the default owner stands where no user was decided on
    record Owner(String field, SourcePath agent, @Nullable SourcePath orElse, boolean orDefault) implements FieldPlan {
        @Override
        public @Nullable Rejection fill(ItemScope scope, RecordDraft draft) {
            String first = agent.readId(scope);
            String id = first != null || orElse == null ? first : orElse.readId(scope);
            OwnerDecision decision =
                    id == null ? scope.owners().unassigned() : scope.owners().of(new CanonicalId(id));
            switch (decision) {
                case OwnerDecision.User user -> draft.put(new FieldValue.TargetId(user.targetId()));
                case OwnerDecision.Default owner -> {
                    if (orDefault) {
                        draft.put(new FieldValue.TargetId(owner.targetId()));
                        draft.adjust(field, Rule.DEFAULT_OWNER);
                    }
                }
                case OwnerDecision.Undecided undecided -> {
                    return orDefault
                            ? new Rejection(field, "no owner is decided on for its agent", "decide at the owner gate")
                            : null;
                }
            }
            return null;
        }
    }
}
