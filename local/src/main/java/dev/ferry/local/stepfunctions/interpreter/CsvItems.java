package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rows of a CSV file as items: every value a text, short rows padded, long rows cut.
final class CsvItems {

    private static final Map<String, Character> DELIMITERS =
            Map.of("COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "SPACE", ' ', "TAB", '\t');

    private CsvItems() {}

    static List<JsonNode> read(String text, JsonNode config) {
        var delimiter = DELIMITERS.getOrDefault(config.path("CSVDelimiter").asText("COMMA"), ',');
        var items = new ArrayList<JsonNode>();
        List<String> headers = new ArrayList<>();
        config.path("CSVHeaders").forEach(header -> headers.add(header.asText()));
        boolean given = config.path("CSVHeaderLocation").asText("FIRST_ROW").equals("GIVEN");
        boolean first = !given;
        for (var row : CsvReader.builder()
                .fieldSeparator(delimiter)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            if (first) {
                headers.addAll(row.getFields());
                first = false;
            } else {
                items.add(item(headers, row.getFields()));
            }
        }
        return items;
    }

    private static JsonNode item(List<String> headers, List<String> fields) {
        var item = Json.object();
        for (int i = 0; i < headers.size(); i++) {
            item.put(headers.get(i), i < fields.size() ? fields.get(i) : "");
        }
        return item;
    }
}
