package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which account each person belongs to, so that no account has more children than the target bears.
///
/// An organisation is one account while its people and their conversations fit. Beyond that it is cut into shards
/// on purpose; people who already have a shard keep it, new ones fill the first that has room, in order of their
/// ids. People without an organisation are parked: free mail in `~individuals-00` and on, all others in
/// `~unknown-00` and on.
final class AccountPlan {
    private static final int MAX_SHARDS = 100_000;
    private static final Pattern SHARD = Pattern.compile("[~-](\\d{1,6})$");

    private final FreeMailDomains freeMail;
    private final int maxChildren;
    private final Map<Base, List<Member>> members = new HashMap<>();

    AccountPlan(FreeMailDomains freeMail, int maxChildren) {
        this.freeMail = freeMail;
        this.maxChildren = maxChildren;
    }

    /// @param conversations how many conversations the person has
    void add(ResolvedPerson person, int conversations) {
        members.computeIfAbsent(baseOf(person), _ -> new ArrayList<>())
                .add(new Member(person.canonical(), conversations + 1));
    }

    /// Person to account.
    ///
    /// @param former where people were put by an earlier pass
    Map<CanonicalId, CanonicalId> settle(Function<Collection<CanonicalId>, Map<CanonicalId, CanonicalId>> former) {
        Map<CanonicalId, CanonicalId> accounts = new TreeMap<>();
        members.forEach((base, people) -> accounts.putAll(spread(base, people, former)));
        return accounts;
    }

    /// The organisation with the most people, by tenant; of equals the first by name. Parking accounts are none.
    Map<String, CanonicalId> largest() {
        Map<String, Base> largest = new TreeMap<>();
        members.forEach((base, people) -> {
            if (!base.parking()) {
                largest.merge(base.company(), base, (a, b) -> larger(a, b));
            }
        });
        Map<String, CanonicalId> ids = new TreeMap<>();
        largest.forEach((company, base) -> ids.put(company, base.account(0)));
        return ids;
    }

    private Base larger(Base a, Base b) {
        int byPeople = Integer.compare(people(a).size(), people(b).size());
        return byPeople > 0 || (byPeople == 0 && a.name().compareTo(b.name()) < 0) ? a : b;
    }

    private List<Member> people(Base base) {
        return members.getOrDefault(base, List.of());
    }

    private Map<CanonicalId, CanonicalId> spread(
            Base base, List<Member> people, Function<Collection<CanonicalId>, Map<CanonicalId, CanonicalId>> former) {
        Map<CanonicalId, CanonicalId> placed = new HashMap<>();
        if (people.stream().mapToLong(Member::children).sum() <= maxChildren) {
            people.forEach(member -> placed.put(member.id(), base.account(0)));
            return placed;
        }
        Shards shards = new Shards(base, maxChildren);
        Map<CanonicalId, CanonicalId> kept =
                former.apply(people.stream().map(Member::id).toList());
        List<Member> inOrder =
                people.stream().sorted(Comparator.comparing(Member::id)).toList();
        for (Member member : inOrder) {
            CanonicalId account = kept.get(member.id());
            if (account != null && shards.keep(account, member.children())) {
                placed.put(member.id(), account);
            }
        }
        for (Member member : inOrder) {
            placed.computeIfAbsent(member.id(), _ -> shards.place(member.children()));
        }
        return placed;
    }

    private Base baseOf(ResolvedPerson person) {
        if (person.anonymous() || person.domain().isEmpty()) {
            return new Base(person.company(), "~unknown", true);
        }
        String domain = person.domain().get();
        return freeMail.contains(domain)
                ? new Base(person.company(), "~individuals", true)
                : new Base(person.company(), domain, false);
    }

    /// @param children how many records hang on the account because of this person: the person and the
    /// conversations
    private record Member(CanonicalId id, int children) {}

    /// What the shards of one organisation are numbered under.
    record Base(String company, String name, boolean parking) {
        CanonicalId account(int shard) {
            String suffix = parking ? "-%02d".formatted(shard) : shard == 0 ? "" : "~%02d".formatted(shard + 1);
            return CanonicalIds.organization(company, name + suffix);
        }

        /// The number of a shard of this organisation, -1 for any other account.
        int shardOf(CanonicalId account) {
            if (account(0).equals(account)) {
                return 0;
            }
            Matcher number = SHARD.matcher(account.value());
            int shard = !number.find() ? -1 : parking ? parse(number) : parse(number) - 1;
            return shard >= 0 && shard < MAX_SHARDS && account(shard).equals(account) ? shard : -1;
        }

        private static int parse(Matcher number) {
            return Integer.parseInt(number.group(1));
        }
    }
}
