package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The ids under which one row shows a person, best first.
public final class PersonNodes {
    private PersonNodes() {}

    /// The best id of a contact's person.
    public static CanonicalId of(Link.Contact contact) {
        return of(new Link.Person(
                        contact.company(),
                        null,
                        contact.externalUserId(),
                        contact.email(),
                        null,
                        false,
                        contact.line()))
                .getFirst();
    }

    /// The ids of a link's person; at least one.
    public static List<CanonicalId> of(Link.Person person) {
        List<CanonicalId> nodes = new ArrayList<>(3);
        if (person.email() != null) {
            nodes.add(CanonicalIds.customerByEmail(person.company(), person.email()));
        }
        if (person.externalUserId() != null) {
            nodes.add(CanonicalIds.customerByExternalId(person.company(), person.externalUserId()));
        }
        if (person.customerId() != null) {
            nodes.add(CanonicalIds.customerByCustomerId(person.company(), person.customerId()));
        }
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a person has an id or an address, line " + person.line());
        }
        return Collections.unmodifiableList(nodes);
    }
}
