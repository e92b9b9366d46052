package dev.ferry.handlers.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// One embedded metric line, put together and printed.
///
/// *Shape*:
/// `{"_aws":{"Timestamp":ms,"CloudWatchMetrics":[{"Namespace":"Ferry","Dimensions":[["Migration","Phase"]],
/// "Metrics":[{"Name":"RecordsDone","Unit":"Count"}]}]},"Migration":"acme","Phase":"load","RecordsDone":7}`.
///
/// *Threading*: for one thread; lines of several threads do not mix.
///
/// *Source*: CloudWatch user guide, embedded metric format.
final class MetricLine {
    private static final JsonFactory JSON = new JsonFactory();

    private final InstantSource clock = InstantSource.system();
    private final Map<String, String> dimensions = new LinkedHashMap<>();
    private final Map<FerryMetric, Double> values = new EnumMap<>(FerryMetric.class);
    private final Map<String, String> properties = new LinkedHashMap<>();

    private MetricLine(String migrationId, String dimension, String value) {
        dimensions.put("Migration", migrationId);
        dimensions.put(dimension, value);
    }

    /// A line about a phase of a migration.
    static MetricLine of(String migrationId, String phase) {
        return new MetricLine(migrationId, "Phase", phase);
    }

    /// A line about failures of one kind.
    static MetricLine ofCode(String migrationId, String code) {
        return new MetricLine(migrationId, "Code", code);
    }

    MetricLine with(FerryMetric metric, double value) {
        values.put(metric, value);
        return this;
    }

    /// Something to search the logs by, which is no metric.
    MetricLine saying(String name, String value) {
        properties.put(name, value);
        return this;
    }

    void emit() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            writeDirective(json);
            for (Map.Entry<String, String> dimension : dimensions.entrySet()) {
                json.writeStringField(dimension.getKey(), dimension.getValue());
            }
            for (Map.Entry<FerryMetric, Double> value : values.entrySet()) {
                json.writeNumberField(value.getKey().key(), value.getValue());
            }
            for (Map.Entry<String, String> property : properties.entrySet()) {
                json.writeStringField(property.getKey(), property.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string was not written to", e);
        }
        System.out.println(line);
    }

    private void writeDirective(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("_aws");
        json.writeNumberField("Timestamp", clock.millis());
        json.writeArrayFieldStart("CloudWatchMetrics");
        json.writeStartObject();
        json.writeStringField("Namespace", FerryMetric.NAMESPACE);
        json.writeArrayFieldStart("Dimensions");
        json.writeArray(dimensions.keySet().toArray(String[]::new), 0, dimensions.size());
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        for (FerryMetric metric : values.keySet()) {
            json.writeStartObject();
            json.writeStringField("Name", metric.key());
            json.writeStringField("Unit", metric.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
