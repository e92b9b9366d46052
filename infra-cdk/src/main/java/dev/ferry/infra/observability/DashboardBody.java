package dev.ferry.infra.observability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Puts widgets side by side, row by row, into the JSON of a dashboard.
///
/// *Threading*: for one thread.
final class DashboardBody {
    private static final int WIDTH = 24;

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode root =
            json.createObjectNode().put("start", "-PT8H").put("periodOverride", "inherit");
    private final ArrayNode widgets = root.putArray("widgets");
    private final String region;
    private int x;
    private int y;
    private int rowHeight;

    DashboardBody(String region) {
        this.region = region;
        root.putArray("variables")
                .addObject()
                .put("type", "pattern")
                .put("pattern", Search.MIGRATION)
                .put("inputType", "select")
                .put("id", "migration")
                .put("label", "Migration")
                .put("defaultValue", "__FIRST")
                .put("visible", true)
                .put("search", "{Ferry,Migration,Phase} MetricName=\"Requests\"")
                .put("populateFrom", "Migration");
    }

    /// A line of a graph, or a number.
    ///
    /// @param id by which other lines reckon with it
    /// @param label empty for the label of what is found
    /// @param shown false for what other lines only reckon with
    record Line(String id, String expression, String label, boolean shown) {
        static Line of(String id, String expression) {
            return new Line(id, expression, "", true);
        }

        static Line hidden(String id, String expression) {
            return new Line(id, expression, "", false);
        }
    }

    /// A size. *Units*: the dashboard's grid, 24 wide
    record Size(int width, int height) {}

    /// A graph of lines over time.
    DashboardBody graph(String title, Size size, List<Line> lines) {
        properties("metric", title, size, lines).put("view", "timeSeries").put("stacked", false);
        return this;
    }

    /// A graph of lines on top of each other.
    DashboardBody stack(String title, Size size, List<Line> lines) {
        properties("metric", title, size, lines).put("view", "timeSeries").put("stacked", true);
        return this;
    }

    /// Numbers over all of the time that is shown.
    DashboardBody numbers(String title, Size size, List<Line> lines) {
        properties("metric", title, size, lines)
                .put("view", "singleValue")
                .put("setPeriodToTimeRange", true)
                .put("sparkline", true);
        return this;
    }

    /// A table of what a query finds in logs.
    DashboardBody query(String title, Size size, List<String> logGroups, String query) {
        StringBuilder text = new StringBuilder();
        logGroups.forEach(group -> text.append("SOURCE '").append(group).append("' | "));
        widget("log", size)
                .put("title", title)
                .put("region", region)
                .put("query", text + query)
                .put("view", "table");
        return this;
    }

    /// Which alarms there are and how they stand.
    DashboardBody alarms(String title, Size size, List<String> arns) {
        ArrayNode listed = widget("alarm", size).put("title", title).putArray("alarms");
        arns.forEach(listed::add);
        return this;
    }

    /// Text for people.
    DashboardBody text(Size size, String markdown) {
        widget("text", size).put("markdown", markdown);
        return this;
    }

    /// The JSON.
    String write() {
        try {
            return json.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dashboard cannot be written", e);
        }
    }

    private ObjectNode properties(String type, String title, Size size, List<Line> lines) {
        ObjectNode properties = widget(type, size).put("title", title).put("region", region);
        ArrayNode metrics = properties.putArray("metrics");
        for (Line line : lines) {
            ObjectNode metric = metrics.addArray()
                    .addObject()
                    .put("expression", line.expression())
                    .put("id", line.id());
            metric.put("visible", line.shown());
            if (!line.label().isEmpty()) {
                metric.put("label", line.label());
            }
        }
        return properties;
    }

    private ObjectNode widget(String type, Size size) {
        if (x + size.width() > WIDTH) {
            x = 0;
            y += rowHeight;
            rowHeight = 0;
        }
        ObjectNode widget = widgets.addObject()
                .put("type", type)
                .put("x", x)
                .put("y", y)
                .put("width", size.width())
                .put("height", size.height());
        x += size.width();
        rowHeight = Math.max(rowHeight, size.height());
        return widget.putObject("properties");
    }
}
