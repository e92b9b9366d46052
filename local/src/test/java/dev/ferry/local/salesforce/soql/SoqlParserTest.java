package dev.ferry.local.salesforce.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlParserTest {

    @Test
    void readsAllClauses() {
        Query query = SoqlParser.parse(
                "select Id, Account.Name from Case where Status = 'It\\'s' and (Origin IN ('A','B')"
                        + " or not CreatedDate > 2024-01-01T00:00:00Z) order by CreatedDate desc nulls last limit 5 offset 2");
        assertThat(query.object()).isEqualTo("Case");
        assertThat(query.limit()).isEqualTo(5);
        assertThat(query.offset()).isEqualTo(2);
        assertThat(query.orderBy()).containsExactly(new Query.Order(Term.of("CreatedDate"), true, true));
        assertThat(query.where()).isInstanceOf(Condition.And.class);
    }

    @Test
    void readsAggregatesWithAliases() {
        Query query = SoqlParser.parse("SELECT RecordTypeId, COUNT(Id) c FROM Case GROUP BY RecordTypeId");
        assertThat(query.select())
                .isEqualTo(List.of(
                        new SelectItem.Value(Term.of("RecordTypeId"), null),
                        new SelectItem.Aggregate("COUNT", "Id", "c")));
        assertThat(SoqlParser.parse("SELECT COUNT() FROM Case").countOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT FROM Case",
                "SELECT Id",
                "SELECT Id FROM Case WHERE",
                "SELECT Id FROM Case WHERE A = 1 AND B = 2 OR C = 3",
                "SELECT Id FROM Case WHERE A = 'open",
                "SELECT Id, (SELECT Id FROM Tasks) FROM Case",
                "SELECT Id FROM Case LIMIT x"
            })
    void refusesWhatIsNoQuery(String soql) {
        assertThatThrownBy(() -> SoqlParser.parse(soql))
                .isInstanceOfSatisfying(
                        SoqlException.class, e -> assertThat(e.code()).isEqualTo("MALFORMED_QUERY"));
    }
}
