package dev.ferry.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssueIdentityTest {
    private static final CanonicalId ISSUE = CanonicalIds.issue("acme", "7");
    private static final CanonicalId CONVERSATION = CanonicalIds.conversation("acme", "01A");

    private final IssueIdentity identity = new IssueIdentity();

    @Test
    void joinsWhatNamesTheSameExternalId() {
        bridge("7", null, "case-1");
        bridge(null, "01A", "case-1");
        assertThat(identity.settle()).containsOnly(Map.entry(ISSUE, ISSUE), Map.entry(CONVERSATION, ISSUE));
    }

    @Test
    void joinsIdsOfOneRow() {
        bridge("7", "01A", null);
        assertThat(identity.settle()).containsEntry(CONVERSATION, ISSUE);
    }

    @Test
    void anIssueWithTheExternalIdAsItsOwnIsNoBridge() {
        identity.add(new Link.IssueMerge("acme", "case-1", "8", 1));
        bridge(null, "01A", "case-1");
        assertThat(identity.settle()).doesNotContainKey(CONVERSATION);
    }

    @Test
    void externalIdOfSeveralIssuesJoinsNothing() {
        bridge("7", null, "case-1");
        bridge("8", null, "case-1");
        bridge(null, "01A", "case-1");
        assertThat(identity.settle()).isEmpty();
        assertThat(identity.ambiguous()).isEqualTo(1);
    }

    @Test
    void mergedIssuesAreOneOwnerOfAnExternalId() {
        bridge("7", null, "case-1");
        bridge("8", null, "case-1");
        identity.add(new Link.IssueMerge("acme", "8", "7", 1));
        bridge(null, "01A", "case-1");
        assertThat(identity.settle()).containsEntry(CONVERSATION, ISSUE);
        assertThat(identity.ambiguous()).isZero();
    }

    @Test
    void aSmallerConversationNeverStandsForAnIssue() {
        identity.add(new Link.IssueMerge("acme", "8", "7", 1));
        identity.add(new Link.IssueMerge("acme", "7", "8", 1));
        bridge("8", "01A", null);
        assertThat(identity.settle().values()).containsOnly(ISSUE);
    }

    @Property(tries = 100)
    void orderDoesNotMatter(@ForAll long seed) {
        List<Link.Bridge> bridges = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            bridges.add(new Link.Bridge(
                    "acme",
                    random.nextBoolean() ? String.valueOf(random.nextInt(6)) : null,
                    random.nextBoolean() ? "01" + random.nextInt(6) : null,
                    "case-" + random.nextInt(6),
                    1));
        }
        Map<CanonicalId, CanonicalId> once = settle(bridges);
        Collections.shuffle(bridges, random);
        bridges.addAll(List.copyOf(bridges.subList(0, 10)));
        assertThat(settle(bridges)).isEqualTo(once);
    }

    private static Map<CanonicalId, CanonicalId> settle(List<Link.Bridge> bridges) {
        IssueIdentity identity = new IssueIdentity();
        List.copyOf(bridges).forEach(identity::add);
        return identity.settle();
    }

    private void bridge(@Nullable String issue, @Nullable String conversation, @Nullable String external) {
        identity.add(new Link.Bridge("acme", issue, conversation, external, 1));
    }
}
