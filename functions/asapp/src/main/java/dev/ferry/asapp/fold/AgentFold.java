package dev.ferry.asapp.fold;

import dev.ferry.asapp.crosswalk.FragmentCrosswalk;
import dev.ferry.core.source.Agent;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.EmailSource;
import dev.ferry.core.source.PersonName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Folds what is known of one agent. *Source*: reference, section 3.5; names in `reps` are "Last, First".
final class AgentFold {
    private static final String BY_EXTERNAL_ID = "ext-";

    private final CanonicalId id;
    private final AgentEvidence evidence;

    AgentFold(CanonicalId id, AgentEvidence evidence) {
        this.id = id;
        this.evidence = evidence;
    }

    /// @param sharedEmail whether another agent has the same address
    Agent fold(AgentContribution contribution, boolean sharedEmail) {
        Optional<SourceRow> rep = evidence.rep();
        PersonName name = PersonNames.of(rep
                .map(row -> row.text("name"))
                .or(() -> evidence.field("name"))
                .or(() -> evidence.latestEvent("data.rep_name"))
                .stream()
                .toList());
        Double slots = rep.map(row -> row.number("max_slot")).orElse(null);
        return new Agent(
                id,
                FragmentCrosswalk.isByCrmId(id) || externalId().isPresent() ? null : ownId(),
                evidence.crmRepId().orElse(null),
                externalId().or(evidence::externalAgentId).orElse(contribution.externalAgentId()),
                displayName(name),
                name.givenName(),
                name.familyName(),
                evidence.email().orElse(null),
                emailSource(),
                rep.isPresent(),
                !evidence.crosswalk().isEmpty(),
                evidence.field("active").map(Scalars::isTrue).orElse(null),
                rep.map(row -> row.time("disabled_time")).orElse(null),
                rep.map(row -> row.text("rep_status")).orElse(null),
                slots == null ? null : slots.intValue(),
                supervisor().orElse(null),
                evidence.attributes(),
                contribution.work(),
                sharedEmail);
    }

    /// The client's id of an agent who is known by nothing else.
    private Optional<String> externalId() {
        return Optional.of(ownId())
                .filter(own -> own.startsWith(BY_EXTERNAL_ID))
                .map(own -> own.substring(BY_EXTERNAL_ID.length()));
    }

    private String ownId() {
        return id.value().substring(id.value().indexOf(":rep:") + ":rep:".length());
    }

    private static @Nullable String displayName(PersonName name) {
        if (name.givenName() != null && name.familyName() != null) {
            return name.givenName() + ' ' + name.familyName();
        }
        return name.name();
    }

    private @Nullable EmailSource emailSource() {
        if (evidence.email().isEmpty()) {
            return null;
        }
        return evidence.field("email").isPresent() ? EmailSource.CROSSWALK : EmailSource.REP_ATTRIBUTES;
    }

    private Optional<CanonicalId> supervisor() {
        String company = id.value().substring("asapp:".length(), id.value().indexOf(":rep:"));
        return evidence.rows().rows("rep_hierarchy").stream()
                .filter(row -> "superior".equals(row.text("reporting_relationship")))
                .max(SourceRow.NEWEST_LAST)
                .map(row -> row.id("superior_rep_id"))
                .map(rep -> CanonicalIds.agent(company, rep));
    }
}
