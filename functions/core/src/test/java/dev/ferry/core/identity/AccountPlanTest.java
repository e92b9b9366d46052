package dev.ferry.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountPlanTest {
    private static final int CHILDREN = 4;

    private final AccountPlan plan = new AccountPlan(FreeMailDomains.standard(), CHILDREN);

    @Test
    void keepsAnOrganisationInOneAccountWhileItFits() {
        add("a", "shop.example", 1);
        add("b", "shop.example", 1);
        assertThat(settle(Map.of())).containsOnly(at("a", "shop.example"), at("b", "shop.example"));
    }

    @Test
    void cutsAnOrganisationThatIsTooLargeInTheOrderOfIds() {
        add("c", "shop.example", 1);
        add("a", "shop.example", 1);
        add("b", "shop.example", 1);
        assertThat(settle(Map.of()))
                .containsOnly(at("a", "shop.example"), at("b", "shop.example"), at("c", "shop.example~02"));
    }

    @Test
    void givesWhoeverIsLargerThanAnAccountOneAlone() {
        add("a", "shop.example", 1);
        add("b", "shop.example", 9);
        add("c", "shop.example", 1);
        assertThat(settle(Map.of()))
                .containsOnly(at("a", "shop.example"), at("b", "shop.example~02"), at("c", "shop.example"));
    }

    @Test
    void leavesPeopleInTheirShardAndFillsTheRoomThatIsLeft() {
        add("a", "shop.example", 1);
        add("b", "shop.example", 1);
        add("c", "shop.example", 1);
        assertThat(settle(Map.of("a", "shop.example~02")))
                .containsOnly(at("a", "shop.example~02"), at("b", "shop.example"), at("c", "shop.example"));
    }

    @Test
    void movesPeopleWhoseShardHasBecomeTooSmallForThemOrIsOfAnotherOrganisation() {
        add("a", "shop.example", 2);
        add("b", "shop.example", 1);
        add("c", "shop.example", 0);
        assertThat(settle(Map.of("a", "shop.example", "b", "shop.example", "c", "other.example")))
                .containsOnly(at("a", "shop.example"), at("b", "shop.example~02"), at("c", "shop.example"));
    }

    @Test
    void parksPeopleWithoutAnOrganisationBySource() {
        add("a", "gmail.com", 0);
        add("b", null, 0);
        plan.add(person("c", "shop.example", true), 0);
        assertThat(settle(Map.of()))
                .containsOnly(at("a", "~individuals-00"), at("b", "~unknown-00"), at("c", "~unknown-00"));
    }

    @Test
    void namesTheOrganisationWithTheMostPeopleAndOfEqualsTheFirst() {
        add("a", "zoo.example", 9);
        add("b", "shop.example", 0);
        add("c", "gmail.com", 0);
        add("d", "gmail.com", 0);
        assertThat(plan.largest()).isEqualTo(Map.of("acme", organization("shop.example")));
        add("e", "zoo.example", 0);
        assertThat(plan.largest()).isEqualTo(Map.of("acme", organization("zoo.example")));
    }

    private void add(String id, @Nullable String domain, int conversations) {
        plan.add(person(id, domain, false), conversations);
    }

    private static ResolvedPerson person(String id, @Nullable String domain, boolean anonymous) {
        CanonicalId key = CanonicalIds.customerByExternalId("acme", id);
        return new ResolvedPerson(key, List.of(key), Optional.ofNullable(domain), anonymous);
    }

    private Map<CanonicalId, CanonicalId> settle(Map<String, String> former) {
        return plan.settle(people -> former.entrySet().stream()
                .map(entry -> at(entry.getKey(), entry.getValue()))
                .filter(entry -> people.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map.Entry<CanonicalId, CanonicalId> at(String person, String organization) {
        return Map.entry(CanonicalIds.customerByExternalId("acme", person), organization(organization));
    }

    private static CanonicalId organization(String name) {
        return CanonicalIds.organization("acme", name);
    }
}
