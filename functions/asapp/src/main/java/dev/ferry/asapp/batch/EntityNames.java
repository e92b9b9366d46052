package dev.ferry.asapp.batch;

import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.EntityKind;

/// The canonical id under which a row of a feed shows its entity, before identities are resolved.
public final class EntityNames {
    private EntityNames() {}

    /// The id of an entity of that kind.
    public static String of(EntityKind kind, String company, String rawId) {
        String id = RowId.id(rawId);
        return switch (kind) {
            case CONVERSATION -> CanonicalIds.issue(company, id).value();
            case AGENT -> CanonicalIds.agent(company, id).value();
            case QUEUE -> CanonicalIds.queue(company, id).value();
            case INTENT -> CanonicalIds.intent(company, id).value();
            case CUSTOMER -> CanonicalIds.customerByCustomerId(company, id).value();
            case ORGANIZATION -> CanonicalIds.organization(company, id).value();
        };
    }
}
