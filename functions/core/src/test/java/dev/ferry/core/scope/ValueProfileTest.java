package dev.ferry.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueProfileTest {

    @ParameterizedTest
    @CsvSource({
        "Yes, BOOLEAN",
        "0, INTEGER",
        "-12, INTEGER",
        "0671018104, TEXT",
        "12.50, DECIMAL",
        "2026-03-02, DATE",
        "2026-03-02T15:04:11.120000+00:00, TIMESTAMP",
        "2026-03-02 15:04:11 UTC, TIMESTAMP",
        "anne@example.com, EMAIL",
        "7up@example.com, EMAIL",
        "https://example.com/a, URL",
        "[], JSON",
        "12 apples, TEXT",
        "+, TEXT"
    })
    void seesWhatATextLooksLike(String text, ValueType type) {
        assertThat(ValueType.of(text)).isEqualTo(type);
    }

    @Test
    void takesTheNarrowestTypeThatAllValuesHave() {
        assertThat(profile(List.of("1", "2.5")).type()).isEqualTo(ValueType.DECIMAL);
        assertThat(profile(List.of("2026-03-02", "2026-03-02T10:00:00Z")).type())
                .isEqualTo(ValueType.TIMESTAMP);
        assertThat(profile(List.of("1", "yes")).type()).isEqualTo(ValueType.TEXT);
        assertThat(profile(List.of("1", "2", "n/a")).exceptions()).isEqualTo(1);
    }

    @Test
    void keepsNoAddressesAndNoLongTexts() {
        assertThat(profile(List.of("anne@example.com", "x".repeat(61))).vocabulary())
                .isEmpty();
    }

    @Property(tries = 300)
    void addsUpTheSameInAnyOrderAndGrouping(
            @ForAll @Size(max = 60) List<@NotEmpty String> one, @ForAll @Size(max = 60) List<@NotEmpty String> other) {
        ValueProfile sum = profile(one).plus(profile(other));
        assertThat(profile(other).plus(profile(one))).isEqualTo(sum);
        assertThat(sum.filled()).isEqualTo(one.size() + other.size());
        assertThat(sum.vocabulary()).hasSizeLessThanOrEqualTo(ValueProfile.VOCABULARY);
    }

    private static ValueProfile profile(List<String> values) {
        return values.stream().map(ValueProfile::of).reduce(ValueProfile.NONE, ValueProfile::plus);
    }
}
