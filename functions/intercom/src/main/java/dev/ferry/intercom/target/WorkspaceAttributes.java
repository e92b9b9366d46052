package dev.ferry.intercom.target;

import dev.ferry.intercom.client.Attributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The attributes of the workspace, read once for each model.
///
/// *Threading*: safe for concurrent use.
final class WorkspaceAttributes {
    private final Attributes client;
    private final Map<AttributeModel, List<Attribute>> known = new EnumMap<>(AttributeModel.class);

    WorkspaceAttributes(Attributes client) {
        this.client = client;
    }

    /// All attributes of a model that somebody made, those in the archive included.
    synchronized List<Attribute> of(AttributeModel model) {
        return known.computeIfAbsent(model, this::read);
    }

    private List<Attribute> read(AttributeModel model) {
        var answers = Refusals.translated(
                () -> model == AttributeModel.CONVERSATION ? client.ofConversations() : client.ofPeople(model.label()));
        List<Attribute> attributes = new ArrayList<>();
        answers.stream()
                .filter(answer -> model == AttributeModel.CONVERSATION
                        || answer.path("custom").asBoolean(answer.hasNonNull("id")))
                .forEach(answer -> attributes.add(Attribute.of(model, answer)));
        return List.copyOf(attributes);
    }

    /// The attribute of that name that can be written.
    Optional<Attribute> find(AttributeModel model, String name) {
        return of(model).stream()
                .filter(attribute -> attribute.name().equals(name) && !attribute.archived())
                .findFirst();
    }

    /// Forgets what was read, since attributes were made.
    synchronized void forget() {
        known.clear();
    }
}
