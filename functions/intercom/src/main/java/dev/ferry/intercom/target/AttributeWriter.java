package dev.ferry.intercom.target;

import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.intercom.client.Attributes;
import dev.ferry.intercom.client.Attributes.Definition;
import dev.ferry.intercom.client.ErrorCode;
import dev.ferry.intercom.client.IntercomException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes attributes of conversations that only the source's data show, one for each structured data field.
final class AttributeWriter {
    static final ObjectName OBJECT = new ObjectName("ConversationAttribute");
    private static final int FEWEST_OPTIONS = 2;

    private final Attributes client;
    private final WorkspaceAttributes workspace;

    AttributeWriter(Attributes client, WorkspaceAttributes workspace) {
        this.client = client;
        this.workspace = workspace;
    }

    Outcome write(StagedRecord record, RecordWriter.Group group) {
        StagedFields fields = new StagedFields(record.fields());
        String name = fields.text("name");
        Optional<Attribute> there = workspace.of(AttributeModel.CONVERSATION).stream()
                .filter(attribute -> attribute.name().equals(name))
                .min(Comparator.comparing(Attribute::archived));
        AttributeType type = type(fields);
        // Beside one in the archive, where a rollback may have put it, another one of the name can be made.
        if (there.isPresent() && !there.get().archived()) {
            return taken(there.get(), type, group.progress(record) instanceof WriteLedger.Progress.Untouched);
        }
        group.ledger().intend(record.key());
        try {
            return new Outcome.Created(client.createForConversations(new Definition(
                            name,
                            type.spelling(AttributeModel.CONVERSATION),
                            fields.text("description"),
                            type == AttributeType.LIST ? options(fields) : List.of()))
                    .path("id")
                    .asText());
        } catch (IntercomException refused) {
            if (there.isPresent() && refused.code() == ErrorCode.REFUSED) {
                return archived();
            }
            throw refused;
        } finally {
            // Also when the answer was lost: the attribute may be there.
            workspace.forget();
        }
    }

    private static Outcome archived() {
        return new Outcome.Failed(
                "attribute_archived",
                "name",
                "an attribute of that name is in the archive, and Intercom makes no second one",
                "Take it out of the archive in Intercom's settings and run again.",
                true);
    }

    private static Outcome taken(Attribute there, AttributeType wanted, boolean foreign) {
        if (!there.type().holds(wanted)) {
            return new Outcome.Failed(
                    "type_clash",
                    "type",
                    "an attribute of that name is of type " + there.type() + ", the values need " + wanted,
                    "A type cannot be changed: archive the attribute under another name and run again. Until then the"
                            + " values stand in " + StructuredValues.OTHERS + ".",
                    false);
        }
        return foreign ? new Outcome.Unchanged(there.id()) : new Outcome.Created(there.id());
    }

    // A list of one option is none: Intercom wants two.
    private static AttributeType type(StagedFields fields) {
        AttributeType type = AttributeType.named(fields.text("type")).orElse(AttributeType.STRING);
        return type == AttributeType.LIST && options(fields).size() < FEWEST_OPTIONS ? AttributeType.STRING : type;
    }

    private static List<String> options(StagedFields fields) {
        return Arrays.stream(fields.text("options").split("\n", -1))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
