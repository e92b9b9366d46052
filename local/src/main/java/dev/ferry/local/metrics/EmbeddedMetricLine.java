package dev.ferry.local.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// A line in CloudWatch's embedded metric format.
///
/// *Shape*: `{"_aws":{"Timestamp":ms,"CloudWatchMetrics":[{"Namespace":"Ferry","Dimensions":[["Phase"]],
/// "Metrics":[{"Name":"RecordsIn","Unit":"Count"}]}]},"Phase":"load","RecordsIn":200}`: values and dimension
/// values are members beside `_aws`.
///
/// *Source*: "Specification: Embedded metric format" in the CloudWatch user guide.
final class EmbeddedMetricLine {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String MARK = "\"_aws\"";

    private EmbeddedMetricLine() {}

    /// The measurements of a line; none when it is any other line.
    static List<Measurement> parse(String line) {
        // Most lines are no metrics, and parsing them would cost more than this look.
        if (!line.startsWith("{") || !line.contains(MARK)) {
            return List.of();
        }
        try {
            return measurements(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private static List<Measurement> measurements(JsonNode line) {
        var found = new ArrayList<Measurement>();
        var at = Instant.ofEpochMilli(line.path("_aws").path("Timestamp").asLong());
        for (var directive : line.path("_aws").path("CloudWatchMetrics")) {
            for (var dimensions : directive.path("Dimensions")) {
                for (var metric : directive.path("Metrics")) {
                    var values = values(line.path(metric.path("Name").asText()));
                    if (!values.isEmpty()) {
                        var series = series(line, directive, dimensions, metric);
                        found.add(new Measurement(series, metric.path("Unit").asText("None"), values, at));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static Series series(JsonNode line, JsonNode directive, JsonNode dimensions, JsonNode metric) {
        var named = new HashMap<String, String>();
        dimensions.forEach(
                name -> named.put(name.asText(), line.path(name.asText()).asText()));
        return new Series(
                directive.path("Namespace").asText(), metric.path("Name").asText(), named);
    }

    private static List<Double> values(JsonNode value) {
        var numbers = new ArrayList<Double>();
        if (value.isNumber()) {
            numbers.add(value.doubleValue());
        }
        value.forEach(element -> numbers.add(element.doubleValue()));
        return List.copyOf(numbers);
    }
}
