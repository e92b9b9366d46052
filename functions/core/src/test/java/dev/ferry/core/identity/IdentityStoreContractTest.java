package dev.ferry.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.source.CanonicalId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every identity store does, whatever it stands on. Subclasses give an empty store.
public abstract class IdentityStoreContractTest {
    private static final IdentitySpace SPACE = IdentitySpace.CUSTOMER;

    /// A new and empty store.
    protected abstract IdentityStore emptyStore();

    @Test
    void resolvesAliasesBothWays() {
        IdentityStore store = emptyStore();
        store.putAll(List.of(entry("c", "a"), entry("b", "a"), entry("a", "a")));
        assertThat(store.lookup(SPACE, List.of(id("a"), id("b"), id("z"))))
                .isEqualTo(Map.of(id("a"), id("a"), id("b"), id("a")));
        assertThat(store.aliasesOf(SPACE, id("a"))).containsExactly(id("b"), id("c"));
    }

    @Test
    void movesAnAliasThatIsPutWithAnotherCanonicalId() {
        IdentityStore store = emptyStore();
        store.putAll(List.of(entry("b", "a")));
        store.putAll(List.of(entry("b", "d")));
        assertThat(store.lookup(SPACE, List.of(id("b")))).isEqualTo(Map.of(id("b"), id("d")));
        assertThat(store.aliasesOf(SPACE, id("a"))).isEmpty();
        assertThat(store.aliasesOf(SPACE, id("d"))).containsExactly(id("b"));
    }

    @Test
    void keepsSpacesApart() {
        IdentityStore store = emptyStore();
        store.putAll(List.of(entry("b", "a")));
        assertThat(store.lookup(IdentitySpace.ACCOUNT, List.of(id("b")))).isEmpty();
        assertThat(store.aliasesOf(IdentitySpace.ACCOUNT, id("a"))).isEmpty();
    }

    @Test
    void standsManyAliasesOfOneId() {
        IdentityStore store = emptyStore();
        List<CanonicalId> aliases =
                IntStream.range(100, 400).mapToObj(i -> id("alias-" + i)).toList();
        store.putAll(aliases.stream()
                .map(alias -> new IdentityEntry(SPACE, alias, id("a")))
                .toList());
        assertThat(store.aliasesOf(SPACE, id("a"))).isEqualTo(aliases);
    }

    private static IdentityEntry entry(String alias, String canonical) {
        return new IdentityEntry(SPACE, id(alias), id(canonical));
    }

    private static CanonicalId id(String tail) {
        return new CanonicalId("asapp:acme:cust:c-" + tail);
    }
}
