package dev.ferry.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FieldValuesPropertyTest {
    private static final List<String> NAMES = List.of("Status", "Subject", "CreatedDate", "ASAPP_Id__c", "a", "Z");

    @Property
    void isTheTreeOfTheSameValues(@ForAll List<@IntRange(max = 5) Integer> puts) {
        FieldValues.Draft draft = new FieldValues.Draft(FieldNames.of(NAMES));
        SortedMap<String, FieldValue> tree = new TreeMap<>();
        for (int i = 0; i < puts.size(); i++) {
            FieldValue value = new FieldValue.TargetId(Integer.toString(i));
            draft.put(NAMES.get(puts.get(i)), value);
            tree.put(NAMES.get(puts.get(i)), value);
        }
        SortedMap<String, FieldValue> values = draft.finish();
        assertThat(values).isEqualTo(tree).hasSameHashCodeAs(tree);
        assertThat(tree).isEqualTo(values);
        assertThat(values.keySet()).containsExactlyElementsOf(tree.keySet());
        assertThat(values.values()).containsExactlyElementsOf(tree.values());
        assertThat(values.headMap("Status")).isEqualTo(tree.headMap("Status"));
        assertThat(values.tailMap("Status")).isEqualTo(tree.tailMap("Status"));
        assertThat(values.subMap("S", "a")).isEqualTo(tree.subMap("S", "a"));
        assertThat(ContentHash.of(values)).isEqualTo(ContentHash.of(tree));
        NAMES.forEach(name -> assertThat(values.get(name)).isEqualTo(tree.get(name)));
        assertThat(values.containsKey("other")).isFalse();
    }

    @Test
    void cannotBeChangedOnceItIsMade() {
        FieldValues.Draft draft = new FieldValues.Draft(FieldNames.of(NAMES));
        draft.put("a", new FieldValue.TargetId("1"));
        SortedMap<String, FieldValue> made = draft.finish();
        assertThatThrownBy(() -> draft.put("a", new FieldValue.TargetId("2")))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThat(made.get("a")).isEqualTo(new FieldValue.TargetId("1"));
        assertThat(made.firstKey()).isEqualTo(made.lastKey()).isEqualTo("a");
        assertThatThrownBy(made::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> draft.put("other", new FieldValue.TargetId("3")))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void beginsWithTheValuesOfAnotherDraftAndLeavesThatAsItIs() {
        FieldValues.Draft begun = new FieldValues.Draft(FieldNames.of(NAMES));
        begun.put("a", new FieldValue.TargetId("1"));
        FieldValues.Draft draft = new FieldValues.Draft(begun);
        draft.put("Z", new FieldValue.TargetId("2"));
        assertThat(draft.finish()).containsOnlyKeys("Z", "a");
        assertThat(begun.finish()).containsOnlyKeys("a").hasSize(1);
    }
}
