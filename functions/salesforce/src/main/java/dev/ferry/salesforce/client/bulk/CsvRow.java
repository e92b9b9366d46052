package dev.ferry.salesforce.client.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A row of a CSV answer, read by column name in any letter case. `toString` shows no values.
public final class CsvRow {
    private final Columns columns;
    private final List<String> values;

    CsvRow(Columns columns, List<String> values) {
        this.columns = columns;
        this.values = values;
    }

    /// The header of a file: names to positions, shared by its rows.
    record Columns(List<String> names, Map<String, Integer> positions) {}

    /// The value of a column; empty when the file has no such column. An empty cell is empty text.
    public Optional<String> get(String column) {
        var position = columns.positions().get(column);
        return position == null ? Optional.empty() : Optional.of(at(position));
    }

    /// The columns in the file's order.
    public List<String> columns() {
        return columns.names();
    }

    /// All values by column, in the file's order.
    public SequencedMap<String, String> toMap() {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < columns.names().size(); i++) {
            map.put(columns.names().get(i), at(i));
        }
        return map;
    }

    @Override
    public String toString() {
        return "CsvRow" + columns.names();
    }

    private String at(int position) {
        return position < values.size() ? values.get(position) : "";
    }
}
