package dev.ferry.local.salesforce.bulk;

import java.util.Map;

/// Delimiter and line ending of a job's file, by the API's names.
public record CsvDialect(String columnDelimiter, String lineEnding) {
    private static final Map<String, Character> DELIMITERS =
            Map.of("COMMA", ',', "BACKQUOTE", '`', "CARET", '^', "PIPE", '|', "SEMICOLON", ';', "TAB", '\t');

    public CsvDialect {
        if (!DELIMITERS.containsKey(columnDelimiter)) {
            throw new BulkException(400, "API_ERROR", "Unsupported columnDelimiter " + columnDelimiter);
        }
        if (!lineEnding.equals("LF") && !lineEnding.equals("CRLF")) {
            throw new BulkException(400, "API_ERROR", "Unsupported lineEnding " + lineEnding);
        }
    }

    char delimiter() {
        return DELIMITERS.getOrDefault(columnDelimiter, ',');
    }

    String newline() {
        return lineEnding.equals("LF") ? "\n" : "\r\n";
    }
}
