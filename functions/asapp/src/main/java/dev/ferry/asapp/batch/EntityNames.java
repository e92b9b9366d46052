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
            case CONFIGURATION -> CanonicalIds.configuration(company, id).value();
        };
    }

    /// The id of the entity that a feed's own column names.
    static String of(FeedSpec feed, EntityKind kind, String company, String rawId) {
        return switch (feed.space()) {
            case ISSUE ->
                of(kind, company, kind == EntityKind.CONFIGURATION ? feed.family() + ':' + rawId.strip() : rawId);
            case CONVERSATION ->
                CanonicalIds.conversation(company, RowId.id(rawId)).value();
        };
    }
}
