package dev.ferry.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CanonicalTimePropertyTest {
    /// 0001-01-01 to 9999-12-31. *Units*: seconds since 1970.
    private static final long FIRST = -62_135_596_800L;

    private static final long LAST = 253_402_300_799L;
    private static final DateTimeFormatter FORMATTER = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Property
    void writesAndReadsAsTheLibraryDoes(
            @ForAll @LongRange(min = FIRST, max = LAST) long second, @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant time = Instant.ofEpochSecond(second, nano);

        String text = CanonicalTime.format(time);

        assertThat(text).isEqualTo(FORMATTER.format(time));
        assertThat(CanonicalTime.parse(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @Example
    void leavesOtherSpellingsToAParser() {
        for (String text : List.of(
                "",
                "2026-10-18",
                "2026-10-18T08:16:20Z",
                "2026-10-18T08:16:20.648+",
                "2026-10-18T08:16:20,648Z",
                "2026-10-1xT08:16:20.648Z")) {
            assertThat(CanonicalTime.parse(text)).as(text).isNull();
        }
    }

    @Example
    void refusesADayOrAnHourThatIsNone() {
        for (String text :
                List.of("2026-02-30T08:16:20.648Z", "2026-02-20T24:16:20.648Z", "0000-02-20T08:16:20.648Z")) {
            assertThatThrownBy(() -> CanonicalTime.parse(text)).isInstanceOf(DateTimeException.class);
        }
    }

    @Example
    void writesYearsBeyondFourDigitsToo() {
        Instant far = Instant.parse("+12026-10-18T08:16:20.648Z");
        assertThat(CanonicalTime.format(far)).isEqualTo(FORMATTER.format(far));
    }
}
