package dev.ferry.intercom.target;

import dev.ferry.core.load.Target.Finding;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.intercom.client.Attributes;
import dev.ferry.intercom.client.Attributes.Definition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The attributes that a mapping uses, held against those of the workspace: what is missing is made, what clashes
/// is told.
final class PrepareAttributes {
    private static final int MOST_ATTRIBUTES = 250;
    private static final String DESCRIPTION = "from ASAPP, made by Ferry";

    private final Attributes client;
    private final WorkspaceAttributes workspace;
    private final AttributeCatalogue catalogue;
    private final PreparedAttributes notes;

    /// @param notes what Ferry has made
    PrepareAttributes(
            Attributes client, WorkspaceAttributes workspace, AttributeCatalogue catalogue, PreparedAttributes notes) {
        this.client = client;
        this.workspace = workspace;
        this.catalogue = catalogue;
        this.notes = notes;
    }

    /// What stands in the way of writing the attributes of these phases.
    List<Finding> findings(List<CompiledPhase> phases) {
        List<Finding> findings = new ArrayList<>();
        for (Attribute wanted : wanted(phases)) {
            clash(wanted).ifPresent(findings::add);
        }
        for (AttributeModel model : AttributeModel.values()) {
            twins(model).ifPresent(findings::add);
        }
        long people = workspace.of(AttributeModel.CONTACT).size()
                + workspace.of(AttributeModel.COMPANY).size();
        long missing = missing(phases).stream()
                .filter(attribute -> attribute.model() != AttributeModel.CONVERSATION)
                .count();
        if (people + missing > MOST_ATTRIBUTES) {
            findings.add(new Finding(
                    true,
                    "the workspace has %d attributes of people and the mapping needs %d more; %d are allowed"
                            .formatted(people, missing, MOST_ATTRIBUTES),
                    "Archive attributes that nobody uses, or map fewer."));
        }
        return findings;
    }

    /// How many calls it takes to make what is missing.
    long calls(List<CompiledPhase> phases) {
        return missing(phases).size();
    }

    /// Makes what is missing.
    void create(List<CompiledPhase> phases) {
        List<Attribute> missing = missing(phases);
        try {
            for (Attribute attribute : missing) {
                notes.intend(attribute);
                String id = Refusals.translated(() -> made(attribute));
                notes.made(attribute, id);
            }
        } finally {
            // Also when an answer was lost: the attribute may be there.
            if (!missing.isEmpty()) {
                workspace.forget();
            }
        }
    }

    // Ferry's own may be in the archive: a rollback has no other place for it.
    private String made(Attribute attribute) {
        Optional<Attribute> archived =
                named(attribute.model(), attribute.name()).filter(Attribute::archived);
        if (archived.isPresent() && attribute.model() != AttributeModel.CONVERSATION) {
            client.unarchiveForPeople(archived.get().id());
            return archived.get().id();
        }
        Definition definition = new Definition(
                attribute.name(), attribute.type().spelling(attribute.model()), DESCRIPTION, attribute.options());
        var answer = attribute.model() == AttributeModel.CONVERSATION
                ? client.createForConversations(definition)
                : client.createForPeople(attribute.model().label(), definition);
        return answer.path("id").asText();
    }

    private boolean isArchivedByFerry(Attribute there) {
        return there.archived() && notes.isOurs(there);
    }

    private List<Attribute> missing(List<CompiledPhase> phases) {
        return wanted(phases).stream()
                .filter(attribute -> named(attribute.model(), attribute.name())
                        .filter(there -> !isArchivedByFerry(there))
                        .isEmpty())
                .toList();
    }

    private List<Attribute> wanted(List<CompiledPhase> phases) {
        List<Attribute> wanted = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CompiledPhase phase : phases) {
            AttributeModel.of(phase.object())
                    .ifPresent(model -> phase.fields().stream()
                            .flatMap(name -> catalogue.find(model, name).stream())
                            .filter(attribute -> seen.add(model + " " + attribute.name()))
                            .forEach(wanted::add));
        }
        return wanted;
    }

    private Optional<Attribute> named(AttributeModel model, String name) {
        return workspace.of(model).stream()
                .filter(attribute -> attribute.name().equals(name))
                .min(Comparator.comparing(Attribute::archived));
    }

    private Optional<Finding> clash(Attribute wanted) {
        Optional<Attribute> own = named(wanted.model(), wanted.name());
        if (own.isPresent()) {
            return isArchivedByFerry(own.get()) ? Optional.empty() : clash(wanted, own.get());
        }
        AttributeModel other = switch (wanted.model()) {
            case CONTACT -> AttributeModel.COMPANY;
            case COMPANY -> AttributeModel.CONTACT;
            case CONVERSATION -> AttributeModel.CONVERSATION;
        };
        return named(other, wanted.name())
                .map(there -> new Finding(
                        true,
                        "a %s has an attribute %s already, so a %s cannot have one"
                                .formatted(
                                        other.label(),
                                        wanted.name(),
                                        wanted.model().label()),
                        "Map the value to an attribute of another name."));
    }

    private static Optional<Finding> clash(Attribute wanted, Attribute there) {
        String what = "the attribute %s of a %s"
                .formatted(wanted.name(), wanted.model().label());
        if (there.archived()) {
            return Optional.of(new Finding(
                    true, what + " is in the archive", "Take it out of the archive in Intercom's settings."));
        }
        if (!there.type().holds(wanted.type())) {
            return Optional.of(
                    new Finding(
                            true,
                            "%s is of type %s, the mapping needs %s".formatted(what, there.type(), wanted.type()),
                            "A type cannot be changed: archive the attribute and rename it, or map the value to another name."));
        }
        List<String> lacking = wanted.options().stream()
                .filter(option -> !there.options().contains(option))
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        true,
                        what + " has no option " + String.join(", ", lacking),
                        "Add the options in Intercom's settings."));
    }

    // Two live attributes of one name make every change of a conversation's attributes fail.
    private Optional<Finding> twins(AttributeModel model) {
        Set<String> names = new HashSet<>();
        return workspace.of(model).stream()
                .filter(attribute -> !attribute.archived() && !names.add(attribute.name()))
                .findFirst()
                .map(twin -> new Finding(
                        true,
                        "two attributes of a %s are named %s".formatted(model.label(), twin.name()),
                        "Archive one of them: with both, no attribute can be written."));
    }
}
