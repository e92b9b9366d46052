package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The one pass over all links that settles who and what is one: the step between extraction and assembly.
///
/// It is one unit of work for a whole migration and holds all ids in memory, see [LinkGroups] for how much that is.
/// Running it again over the same links gives the same entries, and does not write them where they are known to
/// stand.
public final class ResolveIdentities {
    /// How many children an account may have before it is cut into shards. *Units*: people and conversations.
    public static final int MAX_CHILDREN_PER_ACCOUNT = 10_000;

    /// The name of the phase in tallies.
    public static final String PHASE = "identity";

    /// The only unit of the phase.
    public static final String UNIT = "all";

    private static final int ENTRIES_PER_PUT = 1000;

    private final LinkStore links;
    private final IdentityStore identities;
    private final FreeMailDomains freeMail;
    private final int maxChildrenPerAccount;

    public ResolveIdentities(
            LinkStore links, IdentityStore identities, FreeMailDomains freeMail, int maxChildrenPerAccount) {
        this.links = links;
        this.identities = identities;
        this.freeMail = freeMail;
        this.maxChildrenPerAccount = maxChildrenPerAccount;
    }

    /// Settles all identities, and writes them whatever stands.
    public Tally run() {
        return run(RecordDigest.EMPTY);
    }

    /// Settles all identities, and writes them unless they are those that stand already. Links are only ever added,
    /// so a pass that was cut off while it wrote never comes back to what stood before it.
    ///
    /// @param standing the digest of the last tally of this run; empty for none
    /// @return the tally; its digest is that of the entries.
    ///
    /// Counts: `links`, `issueGroups`, `mergedIssues`, `people`, `joinedPeople`, `accounts`; and of conversations
    /// of AI Services `conversations` = `bridgedConversations` + `unbridgedConversations`, and
    /// `ambiguousBridges`.
    public Tally run(RecordDigest standing) {
        Evidence evidence = read();
        Map<CanonicalId, CanonicalId> issues = evidence.issues.settle();
        List<ResolvedPerson> people = evidence.people.settle();
        Map<CanonicalId, Integer> conversations = evidence.participations.perPerson(issues, people);
        AccountPlan plan = new AccountPlan(freeMail, maxChildrenPerAccount);
        people.forEach(person -> plan.add(person, conversations.getOrDefault(person.canonical(), 0)));
        Map<CanonicalId, CanonicalId> accounts = plan.settle(ids -> identities.lookup(IdentitySpace.ACCOUNT, ids));

        List<IdentityEntry> entries = new ArrayList<>();
        issues.forEach((alias, first) -> entries.add(new IdentityEntry(IdentitySpace.CONVERSATION, alias, first)));
        for (ResolvedPerson person : people) {
            if (person.nodes().size() > 1 || person.knownByCustomerIdOnly()) {
                person.nodes()
                        .forEach(node ->
                                entries.add(new IdentityEntry(IdentitySpace.CUSTOMER, node, person.canonical())));
            }
        }
        evidence.agents
                .settle()
                .forEach((alias, agent) -> entries.add(new IdentityEntry(IdentitySpace.AGENT, alias, agent)));
        accounts.forEach((person, account) -> entries.add(new IdentityEntry(IdentitySpace.ACCOUNT, person, account)));
        plan.largest()
                .forEach((company, account) ->
                        entries.add(new IdentityEntry(IdentitySpace.ORGANIZATION, largestOf(company), account)));
        RecordDigest digest = digest(entries);
        if (!digest.equals(standing)) {
            put(entries);
        }
        return new Tally(PHASE, UNIT, counts(evidence, issues, people, accounts), digest);
    }

    /// The alias in [IdentitySpace#ORGANIZATION] under which a tenant's largest organisation is found.
    public static CanonicalId largestOf(String company) {
        return CanonicalIds.organization(company, "~largest");
    }

    private Evidence read() {
        Evidence evidence = new Evidence();
        try (Stream<LinkChunk> chunks = links.all()) {
            chunks.forEach(evidence::add);
        }
        return evidence;
    }

    private void put(List<IdentityEntry> entries) {
        for (int from = 0; from < entries.size(); from += ENTRIES_PER_PUT) {
            identities.putAll(entries.subList(from, Math.min(entries.size(), from + ENTRIES_PER_PUT)));
        }
    }

    private static RecordDigest digest(List<IdentityEntry> entries) {
        RecordDigest digest = RecordDigest.EMPTY;
        for (IdentityEntry entry : entries) {
            digest = digest.plus(RecordDigest.of(
                    entry.space() + " " + entry.alias().value(),
                    entry.canonical().value()));
        }
        return digest;
    }

    private static SortedMap<String, Long> counts(
            Evidence evidence,
            Map<CanonicalId, CanonicalId> issues,
            List<ResolvedPerson> people,
            Map<CanonicalId, CanonicalId> accounts) {
        long groups = issues.values().stream().distinct().count();
        long bridged = issues.entrySet().stream()
                .filter(entry -> !IssueIdentity.isIssue(entry.getKey()) && IssueIdentity.isIssue(entry.getValue()))
                .count();
        long mergedIssues = issues.entrySet().stream()
                .filter(entry ->
                        IssueIdentity.isIssue(entry.getKey()) && !entry.getKey().equals(entry.getValue()))
                .count();
        long conversations = evidence.issues.conversations();
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("links", evidence.count);
        counts.put("issueGroups", groups);
        counts.put("mergedIssues", mergedIssues);
        counts.put("people", (long) people.size());
        counts.put(
                "joinedPeople",
                people.stream().filter(p -> p.nodes().size() > 1).count());
        counts.put("accounts", accounts.values().stream().distinct().count());
        counts.put("conversations", conversations);
        counts.put("bridgedConversations", bridged);
        counts.put("unbridgedConversations", conversations - bridged);
        counts.put("ambiguousBridges", (long) evidence.issues.ambiguous());
        return counts;
    }

    /// Everything that the links say.
    private static final class Evidence {
        private final IssueIdentity issues = new IssueIdentity();
        private final PersonIdentity people = new PersonIdentity();
        private final Participations participations = new Participations();
        private final AgentIdentity agents = new AgentIdentity();
        private long count;

        void add(LinkChunk chunk) {
            for (Link link : chunk.links()) {
                count++;
                switch (link) {
                    case Link.IssueMerge merge -> issues.add(merge);
                    case Link.Person person -> people.add(chunk.file(), person);
                    case Link.Participation participation -> {
                        people.add(participation);
                        participations.add(participation);
                    }
                    case Link.Contact contact -> participations.add(contact);
                    case Link.Bridge bridge -> issues.add(bridge);
                    case Link.AgentAlias alias -> agents.add(alias);
                }
            }
        }
    }
}
