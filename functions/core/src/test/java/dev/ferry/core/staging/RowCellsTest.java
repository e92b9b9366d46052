package dev.ferry.core.staging;

import static dev.ferry.core.staging.RowCells.Form.BARE;
import static dev.ferry.core.staging.RowCells.Form.ESCAPED;
import static dev.ferry.core.staging.RowCells.Form.NULL;
import static dev.ferry.core.staging.RowCells.Form.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCellsTest {
    private static final RowShape SHAPE = RowShape.of(List.of("id", "", "näme", "none"));

    @Test
    void isTheRowAsItCame() {
        RowCells row = row("12.50é\\n\\u00e9", BARE, 5, TEXT, 2, ESCAPED, 8, NULL, 0);
        byte[] json =
                "{\"id\":12.50,\"\":\"é\",\"näme\":\"\\n\\u00e9\",\"none\":null}".getBytes(StandardCharsets.UTF_8);
        assertThat(row.json()).isEqualTo(json);
        assertThat(row.length()).isEqualTo(json.length);
    }

    @Test
    void givesTexts() {
        RowCells row = row("true\\\"\\\\x\\ud83d\\ude00", BARE, 4, TEXT, 0, ESCAPED, 17, NULL, 0);
        assertThat(row.text(0)).isEqualTo("true");
        assertThat(row.text(1)).isEmpty();
        assertThat(row.text(2)).isEqualTo("\"\\x😀");
        assertThat(row.text(3)).isNull();
    }

    @Test
    void sharesWhatStandsAtTheSamePlace() {
        byte[] bytes = "ab".getBytes(StandardCharsets.UTF_8);
        RowShape shape = RowShape.of(List.of("x", "y"));
        int one = RowCells.mark(TEXT, 1);
        RowCells row = new RowCells(shape, bytes, new int[] {0, one, 1, one});
        assertThat(row.shares(0, new RowCells(shape, bytes, new int[] {0, one, 0, one})))
                .isTrue();
        assertThat(row.shares(1, new RowCells(shape, bytes, new int[] {0, one, 0, one})))
                .isFalse();
        assertThat(row.shares(0, new RowCells(shape, bytes.clone(), new int[] {0, one, 0, one})))
                .as("the same text in other bytes")
                .isFalse();
    }

    @Test
    void saysNothingOfItself() {
        assertThat(new FragmentRow.Payload.Cells(row("1secret", BARE, 1, TEXT, 6, NULL, 0, NULL, 0)))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void refusesPlacesOfAnotherShape() {
        assertThatThrownBy(() -> new RowCells(SHAPE, new byte[0], new int[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shapesAreEqualByTheirNamesInOrder() {
        assertThat(RowShape.of(List.of("a", "b"))).isEqualTo(RowShape.of(List.of("a", "b")));
        assertThat(RowShape.of(List.of("a", "b"))).isNotEqualTo(RowShape.of(List.of("b", "a")));
        assertThat(RowShape.of(List.of("a", "b"))).isNotEqualTo(RowShape.of(List.of("a,b")));
        assertThat(SHAPE.names()).containsExactly("id", "", "näme", "none");
        assertThat(SHAPE.alone()).isEqualTo(SHAPE).hasSameHashCodeAs(SHAPE);
    }

    /// @param forms by turns the form and the length of each value
    private static RowCells row(String values, Object... forms) {
        int[] places = new int[forms.length];
        int at = 0;
        for (int cell = 0; cell < forms.length; cell += 2) {
            int length = (int) forms[cell + 1];
            places[cell] = at;
            places[cell + 1] = RowCells.mark((RowCells.Form) forms[cell], length);
            at += length;
        }
        return new RowCells(SHAPE, values.getBytes(StandardCharsets.UTF_8), places);
    }
}
