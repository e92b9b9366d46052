package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.KeyKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Settles which ids are one person, and which organisation the evidence puts the person in.
final class PersonIdentity {
    private final LinkGroups groups = new LinkGroups();
    private final Map<CanonicalId, String> mailDomains = new HashMap<>();
    private final Map<CanonicalId, Affiliation> affiliations = new HashMap<>();
    private final Set<CanonicalId> inCrosswalk = new HashSet<>();

    void add(String file, Link.Person person) {
        List<CanonicalId> nodes = PersonNodes.of(person);
        int first = groups.number(nodes.getFirst());
        nodes.forEach(node -> groups.join(first, groups.number(node)));
        CanonicalId anchor = nodes.getFirst();
        if (person.email() != null) {
            mailDomains.put(CanonicalIds.customerByEmail(person.company(), person.email()), domainOf(person.email()));
        }
        if (person.crosswalk()) {
            inCrosswalk.add(anchor);
        }
        if (person.domain() != null) {
            Affiliation shown = new Affiliation(file, person.line(), lower(person.domain()));
            affiliations.merge(anchor, shown, Affiliation::earlier);
        }
    }

    /// Says that the source shows a person under this customer id, whether or not anything else is known.
    void add(Link.Participation participation) {
        groups.number(CanonicalIds.customerByCustomerId(participation.company(), participation.customerId()));
    }

    /// Every person that any link shows.
    List<ResolvedPerson> settle() {
        List<ResolvedPerson> people = new ArrayList<>();
        for (List<CanonicalId> group : groups.members().values()) {
            CanonicalId canonical = group.stream().min(IdOrder.BEST_PERSON).orElseThrow();
            boolean known = IdOrder.keyKind(canonical) != KeyKind.CUSTOMER
                    || group.stream().anyMatch(inCrosswalk::contains);
            people.add(new ResolvedPerson(canonical, group, domain(canonical, group), !known));
        }
        people.sort(Comparator.comparing(ResolvedPerson::canonical));
        return people;
    }

    private Optional<String> domain(CanonicalId canonical, List<CanonicalId> group) {
        return group.stream()
                .map(affiliations::get)
                .filter(Objects::nonNull)
                .reduce(Affiliation::earlier)
                .map(Affiliation::domain)
                .or(() -> Optional.ofNullable(mailDomains.get(canonical)));
    }

    private static String domainOf(String email) {
        return lower(email.substring(email.lastIndexOf('@') + 1));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private record Affiliation(String file, long line, String domain) {
        Affiliation earlier(Affiliation other) {
            int byFile = file.compareTo(other.file);
            return byFile < 0 || (byFile == 0 && line <= other.line) ? this : other;
        }
    }
}
