package dev.ferry.intercom.target;

import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.rollback.UndoRules;
import dev.ferry.intercom.client.Attributes;
import dev.ferry.intercom.client.IntercomException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts the attributes that Ferry made into the archive, unless records that stay hold values of them.
///
/// *Source*: Intercom, data attributes: archived and never deleted.
///
/// @param stands whether a later run may take one for its own
record AttributeUndo(Attributes client, WorkspaceAttributes workspace, boolean stands) implements ObjectUndo {
    private static final UndoOutcome IN_USE =
            new UndoOutcome.Spared("in_use", "records that are not undone hold values of it, or a rule uses it");

    @Override
    public Function<UndoItem, UndoOutcome> of(List<UndoItem> items, UndoRules rules) {
        workspace.forget();
        return item -> find(item)
                .map(attribute -> rules.isKept(attribute.model().object()) ? IN_USE : archive(attribute))
                .orElse(Deletion.REMOVED);
    }

    private Optional<Attribute> find(UndoItem item) {
        AttributeModel model = PreparedAttributes.model(item.key()).orElse(AttributeModel.CONVERSATION);
        String name = PreparedAttributes.name(item.key())
                .orElseGet(() -> item instanceof UndoItem.Lost lost
                        ? lost.sent()
                                .map(record -> new StagedFields(record.fields()).text("name"))
                                .orElse("")
                        : "");
        return workspace.of(model).stream()
                .filter(attribute -> item.targetId().isEmpty()
                        ? attribute.name().equals(name) && !attribute.archived()
                        : attribute.id().equals(item.targetId()))
                .findFirst();
    }

    private UndoOutcome archive(Attribute attribute) {
        try {
            if (!attribute.archived() && attribute.model() == AttributeModel.CONVERSATION) {
                client.archiveForConversations(attribute.id());
            } else if (!attribute.archived()) {
                client.archiveForPeople(attribute.id());
            }
        } catch (IntercomException refused) {
            if (refused.failure().reason().equals("data_invalid")) {
                return IN_USE;
            }
            throw refused;
        }
        return new UndoOutcome.Left("archived_only", "Intercom archives attributes and deletes none", stands);
    }
}
