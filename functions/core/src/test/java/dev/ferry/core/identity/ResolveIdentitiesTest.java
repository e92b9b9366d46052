package dev.ferry.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResolveIdentitiesTest {
    private static final CanonicalId JANE = CanonicalIds.customerByEmail("acme", "jane@shop.example");
    private static final CanonicalId SHOP = CanonicalIds.organization("acme", "shop.example");

    private final InMemoryIdentityStore identities = new InMemoryIdentityStore();
    private final List<Link> links = new ArrayList<>();

    @Test
    void joinsIdsAndSpellingsOfOnePerson() {
        person("17", "u-1", null, null);
        person(null, "u-1", "JANE@Shop.example", null);
        person(null, null, "jane@shop.example", null);
        Tally tally = resolve();
        assertThat(canonical(IdentitySpace.CUSTOMER, CanonicalIds.customerByCustomerId("acme", "17")))
                .isEqualTo(JANE);
        assertThat(canonical(IdentitySpace.CUSTOMER, CanonicalIds.customerByExternalId("acme", "u-1")))
                .isEqualTo(JANE);
        assertThat(tally.counts()).containsEntry("people", 1L).containsEntry("joinedPeople", 1L);
    }

    @Test
    void putsPeopleIntoTheAccountOfTheirDomainAndParksTheOthers() {
        person("1", null, "jane@shop.example", null);
        person("2", null, "max@gmail.com", null);
        links.add(new Link.Participation("acme", "900", "3", 1));
        resolve();
        assertThat(canonical(IdentitySpace.ACCOUNT, JANE)).isEqualTo(SHOP);
        assertThat(canonical(IdentitySpace.ACCOUNT, CanonicalIds.customerByEmail("acme", "max@gmail.com")))
                .isEqualTo(CanonicalIds.organization("acme", "~individuals-00"));
        assertThat(canonical(IdentitySpace.ACCOUNT, CanonicalIds.customerByCustomerId("acme", "3")))
                .isEqualTo(CanonicalIds.organization("acme", "~unknown-00"));
        assertThat(canonical(IdentitySpace.ORGANIZATION, ResolveIdentities.largestOf("acme")))
                .isEqualTo(SHOP);
    }

    @Test
    void countsBridgesThatStandAndThoseThatDoNot() {
        links.add(new Link.IssueMerge("acme", "8", "7", 1));
        links.add(new Link.Bridge("acme", "7", null, "case-1", 2));
        links.add(new Link.Bridge("acme", null, "01A", "case-1", 3));
        links.add(new Link.Bridge("acme", null, "01B", "case-2", 4));
        assertThat(resolve().counts())
                .containsEntry("links", 4L)
                .containsEntry("mergedIssues", 1L)
                .containsEntry("conversations", 2L)
                .containsEntry("bridgedConversations", 1L)
                .containsEntry("unbridgedConversations", 1L);
    }

    @Property(tries = 100)
    void settlesTheSameInWhateverOrderAndPiecesLinksCome(@ForAll Random random) {
        links.clear();
        for (int person = 0; person < 12; person++) {
            person(
                    random.nextBoolean() ? String.valueOf(random.nextInt(6)) : null,
                    random.nextBoolean() ? "u-" + random.nextInt(6) : null,
                    "p" + random.nextInt(6) + "@shop" + random.nextInt(2) + ".example",
                    null);
            links.add(new Link.Participation("acme", "" + random.nextInt(9), "" + random.nextInt(6), 1));
            links.add(new Link.IssueMerge("acme", "" + random.nextInt(9), "" + random.nextInt(3), 1));
        }
        InMemoryIdentityStore once = new InMemoryIdentityStore();
        Tally tally = resolve(once, 1_000);
        Map<CanonicalId, CanonicalId> accounts = accounts(once);

        Collections.shuffle(links, random);
        InMemoryIdentityStore others = new InMemoryIdentityStore();
        assertThat(resolve(others, 1_000)).isEqualTo(tally);
        assertThat(accounts(others)).isEqualTo(accounts);
    }

    @Test
    void leavesPeopleWhereAnEarlierPassPutThem() {
        IntStream.range(0, 6).forEach(i -> person("" + i, null, "b%d@shop.example".formatted(i), null));
        resolve(identities, 3);
        Map<CanonicalId, CanonicalId> before = accounts(identities);
        assertThat(before.values().stream().distinct()).hasSize(2);

        IntStream.range(0, 3).forEach(i -> person("9" + i, null, "a%d@shop.example".formatted(i), null));
        resolve(identities, 3);
        assertThat(accounts(identities)).containsAllEntriesOf(before);
    }

    @Test
    void doesNotGatherShardsOnceAnOrganisationFitsAgain() {
        person("1", null, "jane@shop.example", null);
        resolve(identities, 1);
        resolve(identities, 1_000);
        assertThat(canonical(IdentitySpace.ACCOUNT, JANE)).isEqualTo(SHOP);
    }

    @Test
    void writesNothingWhereTheSameEntriesStand() {
        person("1", "u-1", "jane@shop.example", null);
        Tally before = resolve();
        InMemoryIdentityStore untouched = new InMemoryIdentityStore();
        assertThat(resolve(untouched, 1_000, before.digest())).isEqualTo(before);
        assertThat(untouched.lookup(IdentitySpace.ACCOUNT, List.of(JANE))).isEmpty();
    }

    @Test
    void writesAllEntriesAfterAnotherLink() {
        person("1", "u-1", "jane@shop.example", null);
        Tally before = resolve();
        person("2", "u-2", "joe@shop.example", null);
        InMemoryIdentityStore written = new InMemoryIdentityStore();
        assertThat(resolve(written, 1_000, before.digest()).digest()).isNotEqualTo(before.digest());
        assertThat(written.lookup(IdentitySpace.ACCOUNT, List.of(JANE))).containsKey(JANE);
    }

    private Map<CanonicalId, CanonicalId> accounts(InMemoryIdentityStore of) {
        List<CanonicalId> people = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            people.add(CanonicalIds.customerByCustomerId("acme", "" + i));
            people.add(CanonicalIds.customerByExternalId("acme", "u-" + i));
            for (String local : List.of("a", "b", "p")) {
                for (String domain : List.of("shop", "shop0", "shop1")) {
                    people.add(CanonicalIds.customerByEmail("acme", local + i + "@" + domain + ".example"));
                }
            }
        }
        return of.lookup(IdentitySpace.ACCOUNT, people);
    }

    private void person(
            @Nullable String customerId, @Nullable String external, @Nullable String email, @Nullable String domain) {
        links.add(new Link.Person("acme", customerId, external, email, domain, true, links.size() + 1));
    }

    private @Nullable CanonicalId canonical(IdentitySpace space, CanonicalId alias) {
        return identities.lookup(space, List.of(alias)).get(alias);
    }

    private Tally resolve() {
        return resolve(identities, 1_000);
    }

    private Tally resolve(InMemoryIdentityStore into, int maxChildren) {
        return resolve(into, maxChildren, RecordDigest.EMPTY);
    }

    private Tally resolve(InMemoryIdentityStore into, int maxChildren, RecordDigest standing) {
        InMemoryLinkStore stored = new InMemoryLinkStore();
        for (int link = 0; link < links.size(); link += 3) {
            stored.putAll(List.of(new LinkChunk(
                    "crosswalk_customers",
                    "customers.csv",
                    link,
                    links.subList(link, Math.min(link + 3, links.size())))));
        }
        return new ResolveIdentities(stored, into, FreeMailDomains.standard(), maxChildren).run(standing);
    }
}
