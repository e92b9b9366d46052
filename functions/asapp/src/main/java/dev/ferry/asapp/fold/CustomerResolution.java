package dev.ferry.asapp.fold;

import dev.ferry.core.identity.CustomerKeys;
import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CustomerRef;
import dev.ferry.core.source.KeyKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who the conversations of a page were with, and the accounts of those people: two lookups a page.
final class CustomerResolution {
    private final Map<CanonicalId, CanonicalId> people;
    private final Map<CanonicalId, CanonicalId> accounts;

    private CustomerResolution(Map<CanonicalId, CanonicalId> people, Map<CanonicalId, CanonicalId> accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    static CustomerResolution of(IdentityStore identities, List<IssueGroup> groups) {
        Set<CanonicalId> nodes = new TreeSet<>();
        groups.forEach(group -> group.person().node(group.company()).ifPresent(nodes::add));
        Map<CanonicalId, CanonicalId> people = identities.lookup(IdentitySpace.CUSTOMER, nodes);
        Set<CanonicalId> canonical = new TreeSet<>();
        nodes.forEach(node -> canonical.add(people.getOrDefault(node, node)));
        return new CustomerResolution(people, identities.lookup(IdentitySpace.ACCOUNT, canonical));
    }

    /// The person of a conversation.
    CustomerRef customer(IssueGroup group) {
        PersonEvidence person = group.person();
        CanonicalId id = person.node(group.company())
                .map(node -> people.getOrDefault(node, node))
                .orElse(null);
        return new CustomerRef(id, person.customerId(), person.externalUserId(), isAnonymous(id));
    }

    /// A customer id that no link connects to anything says nothing about who it was.
    private boolean isAnonymous(@Nullable CanonicalId id) {
        return id == null || (CustomerKeys.kind(id) == KeyKind.CUSTOMER && !people.containsKey(id));
    }

    /// The account of a person, or null for nobody.
    @Nullable
    CanonicalId account(CustomerRef customer) {
        return customer.id() == null ? null : accounts.get(customer.id());
    }
}
