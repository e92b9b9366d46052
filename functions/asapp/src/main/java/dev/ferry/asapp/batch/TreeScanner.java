package dev.ferry.asapp.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The first look at lines of nested feeds: the same questions as [LineScanner] asks, of paths instead of
/// columns. *Threading*: one thread.
public final class TreeScanner implements RowScanner {
    private static final ObjectReader READER =
            JsonMapper.builder().build().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final FeedSpec feed;
    private final List<String> wanted;
    private final Map<String, ColumnCheck> checks = new LinkedHashMap<>();
    private final Set<String> knownNames;
    private final Set<String> drifted = new TreeSet<>();
    private final Utf8Check utf8 = new Utf8Check();

    /// @param wanted the columns whose values the caller needs, each once
    public TreeScanner(FeedSpec feed, List<String> wanted) {
        this.feed = feed;
        this.wanted = List.copyOf(wanted);
        for (Set<String> checked : List.of(feed.required(), feed.numeric(), feed.times(), Set.of(feed.entity()))) {
            new TreeSet<>(checked)
                    .forEach(column -> checks.put(column, ColumnCheck.of(feed, column, 0, SchemaFile.NONE)));
        }
        knownNames =
                feed.known().stream().map(column -> column.split("\\.", 2)[0]).collect(Collectors.toSet());
    }

    @Override
    public Set<String> drifted() {
        return drifted;
    }

    @Override
    public ScannedLine scan(LineReader line) {
        if (!utf8.holds(line)) {
            return ScannedLine.Rejected.NOT_UTF8;
        }
        try {
            return scan(READER.readTree(line.buffer(), line.start(), line.length()));
        } catch (MismatchedInputException _) {
            return new ScannedLine.Rejected(RejectReason.BAD_JSON, "two objects on one line");
        } catch (IOException e) {
            return new ScannedLine.Rejected(RejectReason.BAD_JSON, JsonFault.describe(e, line));
        }
    }

    /// Looks at one parsed row.
    ///
    /// *Errors*: [IOException] when a value cannot be read, which a tree in memory never does.
    public ScannedLine scan(JsonNode row) throws IOException {
        if (!row.isObject()) {
            String what = row.getNodeType().name().toLowerCase(Locale.ROOT);
            return new ScannedLine.Rejected(RejectReason.WRONG_TYPE, what + " instead of object");
        }
        row.fieldNames().forEachRemaining(name -> {
            if (!knownNames.contains(name)) {
                drifted.add(name);
            }
        });
        for (ColumnCheck check : checks.values()) {
            ScannedLine.@Nullable Rejected fault = fault(check, NestedColumns.find(row, check.column()));
            if (fault != null) {
                return fault;
            }
        }
        for (String column : new TreeSet<>(feed.required())) {
            String value = NestedColumns.value(row, column);
            if (value == null || value.isBlank()) {
                String how = value != null
                        ? " empty"
                        : NestedColumns.find(row, column).isNull() ? " null" : " absent";
                return new ScannedLine.Rejected(RejectReason.MISSING_ID, column + how);
            }
        }
        List<@Nullable String> values = new ArrayList<>(wanted.size());
        wanted.forEach(column -> values.add(NestedColumns.value(row, column)));
        return new ScannedLine.Row(values);
    }

    private static ScannedLine.@Nullable Rejected fault(ColumnCheck check, JsonNode value) throws IOException {
        if (value.isMissingNode()) {
            return null;
        }
        try (JsonParser json = value.traverse()) {
            JsonToken token = json.nextToken();
            return token == null ? null : check.fault(token, json.getText());
        }
    }
}
