package dev.ferry.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NoteLookupTest {
    private static StagedRecord note(String key, String title) {
        SortedMap<String, FieldValue> fields = new TreeMap<>(Map.of("Title", new FieldValue.Text(title)));
        ContentHash hash = ContentHash.of(fields);
        return new StagedRecord(new CanonicalId(key), "group", null, null, hash, hash, fields);
    }

    @Test
    void marksATitleByTheKeySoThatEqualTitlesDiffer() {
        assertThat(NoteLookup.title(note("note:1", "Agent note"))).matches("Agent note \\[[0-9a-f]{12}]");
        assertThat(NoteLookup.title(note("note:1", "Agent note")))
                .isEqualTo(NoteLookup.title(note("note:1", "Agent note")))
                .isNotEqualTo(NoteLookup.title(note("note:2", "Agent note")));
    }

    @Test
    void keepsTheLongestTitleWithinTheField() {
        assertThat(NoteLookup.title(note("note:1", "T".repeat(300)))).hasSize(255);
    }

    @Test
    void neverSplitsACharacter() {
        String title = NoteLookup.title(note("note:1", "T".repeat(239) + "\uD83D\uDE00"));
        assertThat(title).startsWith("T".repeat(239) + " [").hasSize(254);
    }

    @Test
    void takesItsMarkOffAgain() {
        String title = "Called [back] [soon]";
        assertThat(NoteLookup.unmarked(NoteLookup.title(note("note:1", title)))).isEqualTo(title);
    }
}
