package dev.ferry.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricStoreTest {

    private static final Series RECORDS = new Series("Ferry", "RecordsIn", Map.of("Phase", "load"));

    private final MetricStore metrics = new MetricStore();

    @Test
    void sumsWhatFunctionsPrint() {
        metrics.accept(line("200", 1_000));
        metrics.accept(line("[1,2]", 2_000));

        assertThat(metrics.find(RECORDS)).contains(new Statistic("Count", 3, 203, 2, Instant.ofEpochMilli(2_000)));
    }

    @Test
    void keepsSeriesApart() {
        metrics.accept(line("1", 1_000));
        metrics.accept(line("5", 1_000).replace("\"load\"", "\"verify\""));

        assertThat(metrics.snapshot()).hasSize(2);
        assertThat(metrics.find(RECORDS))
                .hasValueSatisfying(statistic -> assertThat(statistic.sum()).isEqualTo(1));
    }

    @Test
    void ignoresLinesThatAreNoMetrics() {
        metrics.accept("started");
        metrics.accept("{\"message\":\"_aws\"}");
        metrics.accept("{\"_aws\": broken");

        assertThat(metrics.snapshot()).isEmpty();
    }

    private static String line(String value, long millis) {
        return "{\"_aws\":{\"Timestamp\":%d,\"CloudWatchMetrics\":[{\"Namespace\":\"Ferry\",\"Dimensions\":[[\"Phase\"]],"
                        .formatted(millis)
                + "\"Metrics\":[{\"Name\":\"RecordsIn\",\"Unit\":\"Count\"}]}]},\"Phase\":\"load\",\"RecordsIn\":%s}"
                        .formatted(value);
    }
}
