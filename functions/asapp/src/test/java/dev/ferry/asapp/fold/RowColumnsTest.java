package dev.ferry.asapp.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.asapp.batch.FeedCatalogue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowColumnsTest {
    private static final FeedCatalogue CATALOGUE = FeedCatalogue.standard();

    @Test
    void namesRowByItsOnlyKeyColumn() {
        assertThat(key("convos_metadata", Map.of("issue_id", " 42.0"))).isEqualTo("42");
        assertThat(key("convos_metadata", Map.of())).isEqualTo("null");
    }

    @Test
    void namesRowByAllKeyColumnsWhateverSpellingTheirTimesHave() {
        String spaced = key("rep_convos", turn("2026-03-02 15:00:00"));
        assertThat(spaced).isEqualTo("42\u00007\u00001772463600000000000\u0000");
        assertThat(key("rep_convos", turn("2026-03-02T15:00:00.000Z"))).isEqualTo(spaced);
    }

    /// Ids of messages without their own are hashes of this.
    @Test
    void namesRowByOtherColumnsWhereTheKeyIsBlank() {
        String key = key(
                "utterances",
                Map.of("event_uuid", " ", "created_ts", "2026-03-02 15:00:00", "issue_id", "42", "utterance", "Hi"));
        assertThat(key).isEqualTo("1772463600000000000\u000042\u0000null\u0000Hi\u0000");
    }

    private static Map<String, String> turn(String assigned) {
        return Map.of("issue_id", "42", "rep_id", "7", "issue_assigned_ts", assigned);
    }

    private static String key(String feed, Map<String, String> row) {
        RowColumns columns = new RowColumns(CATALOGUE.feed(feed));
        @Nullable String[] values = new String[columns.size()];
        row.forEach((column, value) -> values[columns.slot(column)] = value);
        return columns.uniqueKey(values);
    }
}
