package dev.ferry.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostForecastTest {
    private static final PriceTable PRICES = PriceTable.standard();

    @Test
    void agreesWithTheUnitsThatTheSampleRunCounted() {
        UsedUnits total =
                CostForecast.of(new RunVolume(200, 88, 3_293, 4_636, 0)).total();
        assertThat(total.of(BillingUnit.WRITE_UNITS)).isCloseTo(1_937 + 928 + 4_803, within(300.0));
        assertThat(total.of(BillingUnit.READ_UNITS)).isCloseTo(14 + 1_161 + 8_420, within(300.0));
    }

    @Test
    void addsUpItsSteps() {
        CostForecast forecast = CostForecast.of(volume(1_000_000));
        double sum = forecast.steps().values().stream().mapToDouble(PRICES::of).sum();
        assertThat(forecast.steps().keySet()).containsExactly("source", "extract", "assemble", "load", "keep");
        assertThat(forecast.dollars(PRICES)).isCloseTo(sum, within(0.001));
    }

    @Test
    void saysOfWhichDayItsPricesAre() {
        assertThat(CostForecast.of(volume(0)).sentence(PRICES))
                .isEqualTo("about 4.90 USD at the list prices of us-east-1 of 2026-11-01");
    }

    @Test
    void refusesATableWithoutAPrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceTable(LocalDate.EPOCH, "nowhere", Map.of(BillingUnit.KEYS, 1.0)))
                .withMessageContaining("GB_SECONDS");
    }

    @Test
    void refusesLessThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> UsedUnits.NONE.plus(BillingUnit.KEYS, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RunVolume(-1, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000, 1_000_000, 10_000_000})
    void isWhatTheCostPageSays(long conversations) throws IOException {
        String page = Files.readString(Path.of(System.getProperty("ferry.root"), "docs", "cost.md"));
        double dollars = CostForecast.of(volume(conversations)).dollars(PRICES);
        assertThat(page).contains(String.format(Locale.ROOT, "| %,d | %,.0f |", conversations, dollars));
    }

    /// What the page reckons with: 20 rows and 25 records for a conversation, 20,000 rows in a file.
    private static RunVolume volume(long conversations) {
        return new RunVolume(conversations, conversations / 1_000, 20 * conversations, 25 * conversations, 0);
    }
}
