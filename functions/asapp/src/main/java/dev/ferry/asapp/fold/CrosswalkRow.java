package dev.ferry.asapp.fold;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a crosswalk file of the client, as it is staged: fields by name, empty ones left out.
///
/// Rows are ordered by file and line: of two values the earlier counts.
record CrosswalkRow(Map<String, String> fields, String file, long line) implements Comparable<CrosswalkRow> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Comparator<CrosswalkRow> ORDER =
            Comparator.comparing(CrosswalkRow::file).thenComparing(CrosswalkRow::line);

    CrosswalkRow {
        fields = Map.copyOf(fields);
    }

    /// The rows of a fragment.
    static List<CrosswalkRow> read(RowReader reader, Fragment fragment) {
        List<CrosswalkRow> rows = new ArrayList<>();
        for (FragmentRow row : fragment.rows()) {
            try {
                Map<String, String> fields = new HashMap<>();
                MAPPER.readTree(reader.bytes(row))
                        .properties()
                        .forEach(field ->
                                fields.put(field.getKey(), field.getValue().asText()));
                rows.add(new CrosswalkRow(fields, fragment.key().file(), row.line()));
            } catch (IOException e) {
                throw new FerryException(
                        ErrorCode.INTERNAL,
                        "a staged row of %s line %d is not JSON"
                                .formatted(fragment.key().file(), row.line()),
                        e);
            }
        }
        return rows;
    }

    /// A field, or null when it is empty.
    @Nullable
    String field(String name) {
        return fields.get(name);
    }

    @Override
    public int compareTo(CrosswalkRow other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "CrosswalkRow[%s line %d]".formatted(file, line);
    }
}
