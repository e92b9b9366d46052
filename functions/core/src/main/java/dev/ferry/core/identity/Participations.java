package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who took part in which conversation, as far as it is needed to know how large an account gets.
final class Participations {
    private final Map<CanonicalId, CanonicalId> customerOfIssue = new HashMap<>();

    void add(Link.Participation participation) {
        customerOfIssue.merge(
                CanonicalIds.issue(participation.company(), participation.issueId()),
                CanonicalIds.customerByCustomerId(participation.company(), participation.customerId()),
                (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    void add(Link.Contact contact) {
        customerOfIssue.merge(
                CanonicalIds.conversation(contact.company(), contact.conversationId()),
                PersonNodes.of(contact),
                (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    /// How many conversations each person has, merged issues counted once.
    Map<CanonicalId, Integer> perPerson(Map<CanonicalId, CanonicalId> issues, List<ResolvedPerson> people) {
        Map<CanonicalId, CanonicalId> personOf = new HashMap<>();
        people.forEach(person -> person.nodes().forEach(node -> personOf.put(node, person.canonical())));
        Map<CanonicalId, Integer> conversations = new HashMap<>();
        customerOfIssue.forEach((issue, customer) -> {
            if (issues.getOrDefault(issue, issue).equals(issue)) {
                conversations.merge(personOf.getOrDefault(customer, customer), 1, Integer::sum);
            }
        });
        return conversations;
    }
}
