package dev.ferry.salesforce.client.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SoqlTest {
    @Test
    void quotesLiterals() {
        assertThat(Soql.quote("it's")).isEqualTo("'it\\'s'");
        assertThat(Soql.quote("a\\' OR Id != '")).isEqualTo("'a\\\\\\' OR Id != \\''");
        assertThat(Soql.quote("a\nb")).isEqualTo("'a\\nb'");
        assertThat(Soql.startsWith("50%_")).isEqualTo("'50\\%\\_%'");
        assertThat(Soql.literal(Instant.parse("2024-05-17T14:03:22Z"))).isEqualTo("2024-05-17T14:03:22.000Z");
    }

    @Property
    void noTextEndsItsOwnQuotes(@ForAll String text) {
        var inner = Soql.quote(text).substring(1, Soql.quote(text).length() - 1);

        assertThat(inner.replaceAll("\\\\.", "")).doesNotContain("'", "\\", "\n");
    }

    @Test
    void refusesConditionsInPlaceOfFields() {
        assertThatIllegalArgumentException().isThrownBy(() -> Soql.in("Id) OR (Name", List.of("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> Soql.in("Id", List.of()));
        assertThat(Soql.in("Account.Owner.Email", List.of("a", "b"))).isEqualTo("Account.Owner.Email IN ('a','b')");
    }

    @Test
    void cutsLongListsWithoutLosingAValue() {
        var values = IntStream.range(0, 1000)
                .mapToObj(i -> "agent-" + i + "@acme.example")
                .toList();

        var conditions = Soql.inChunks("Email", values);

        assertThat(conditions)
                .allSatisfy(condition -> assertThat(condition.length()).isLessThanOrEqualTo(Soql.MAX_CONDITION));
        var all = String.join(" ", conditions);
        assertThat(values).allSatisfy(value -> assertThat(all).containsOnlyOnce("'" + value + "'"));
        assertThat(Soql.inChunks("Email", List.of())).isEmpty();
    }
}
