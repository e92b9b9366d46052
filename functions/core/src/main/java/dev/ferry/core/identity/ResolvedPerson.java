package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.KeyKind;
import java.util.List;
import java.util.Optional;

/// One person as the links settle it.
///
/// @param nodes all ids of the person, the canonical one included, in ascending order
/// @param domain the organisation's domain in lower case
/// @param anonymous whether nothing but a customer id is known
record ResolvedPerson(CanonicalId canonical, List<CanonicalId> nodes, Optional<String> domain, boolean anonymous) {
    ResolvedPerson {
        nodes = List.copyOf(nodes);
    }

    /// Whether the crosswalk names the person by the source's id and by nothing else.
    boolean knownByCustomerIdOnly() {
        return !anonymous && IdOrder.keyKind(canonical) == KeyKind.CUSTOMER;
    }

    /// The tenant that the person is a customer of.
    String company() {
        return canonical.value().substring("asapp:".length(), canonical.value().indexOf(":cust:"));
    }
}
