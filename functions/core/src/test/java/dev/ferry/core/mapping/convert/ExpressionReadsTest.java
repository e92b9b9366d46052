package dev.ferry.core.mapping.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.json.Selection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionReadsTest {

    private static Selection members(String names) {
        Selection selection = Selection.NOTHING;
        for (String name : names.split(" ", -1)) {
            selection = name.isEmpty() ? selection : selection.plus(Selection.member(name, Selection.WHOLE));
        }
        return selection;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            emptyValue = "",
            value = {
                "a ? b : c                                       | a b c           | ~~",
                "startedAt ? startedAt : $record.createdAt       | startedAt       | createdAt",
                "$sort([createdAt, endedAt])[-1]                 | createdAt endedAt | ~~",
                "$join($append(issueId, ids), \";\")             | issueId ids ;   | ~~",
                "kind = 'CALL' ? `a-b`                           | kind CALL a-b   | ~~",
                "a.b[c = $$.d].{\"e\": f}                        | a b c d e f     | ~~",
                "$split($trim(name), /\\s+/)[-1]                 | name            | ~~",
                "($w := a; $count($w) > 1 ? $w[[0..$count($w) - 2]]) | a           | ~~",
                "$not(id in $record.messages.ids) and $batch = x | id ids and in x | messages",
            })
    void readsTheMembersThatAreNamed(String expression, String item, String record) {
        PhaseReads reads = ExpressionReads.of(expression);
        assertThat(reads.item()).isEqualTo(members(item));
        assertThat(reads.record()).isEqualTo(members(record));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$$",
                "*",
                "**.id",
                "a.*",
                "a.%.b",
                "$.a",
                "$string()",
                "$not()",
                "$keys($$)",
                "$lookup($, \"a\")",
                "$map(a, $keys)",
                "$sort(a, $f)",
                "a ~> $sum",
                "function($x){$x}(a)",
                "a^(b)",
                "a@$v.b",
                "a#$i.b",
                "a / b / c",
                "a /* b */",
                "\"a\\u0062\"",
                "($exists := $keys; $exists(a))",
                "$ ~> |a|{}|",
            })
    void readsAllWhereAMemberCouldBeReachedWithoutItsName(String expression) {
        PhaseReads reads = ExpressionReads.of(expression);
        assertThat(reads.item()).isEqualTo(Selection.WHOLE);
        assertThat(reads.record()).isEqualTo(Selection.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$record", "$record[0].a", "$record.*", "$record.(a)", "$record.\"a\"", "$keys($record.a)"})
    void readsAllOfTheRecordWhereItIsMoreThanAWayToAMember(String expression) {
        assertThat(ExpressionReads.of(expression).record()).isEqualTo(Selection.WHOLE);
    }
}
