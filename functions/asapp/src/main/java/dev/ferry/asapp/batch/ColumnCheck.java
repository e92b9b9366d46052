package dev.ferry.asapp.batch;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/// What a column's value has to be for its row to be valid.
///
/// @param slot where the value is kept, -1 when nobody needs it
/// @param drifted whether the export's schema file does not have the column
record ColumnCheck(String column, int slot, Kind kind, boolean drifted) {
    /// The ways in which a value is checked.
    enum Kind {
        ANY,
        NUMERIC_ID,
        TEXT_ID,
        /// A text; a whole number counts as one.
        ID,
        TIME
    }

    static ColumnCheck of(FeedSpec feed, String column, int slot, SchemaFile schema) {
        boolean drifted = schema.drift(feed.name(), column, true).isPresent();
        return new ColumnCheck(column, slot, kind(feed, column), drifted);
    }

    private static Kind kind(FeedSpec feed, String column) {
        if (feed.times().contains(column)) {
            return Kind.TIME;
        }
        if (feed.numeric().contains(column)) {
            return Kind.NUMERIC_ID;
        }
        if (feed.space() == FeedSpec.IdSpace.CONVERSATION && column.equals(feed.entity())) {
            return Kind.ID;
        }
        return feed.required().contains(column) ? Kind.TEXT_ID : Kind.ANY;
    }

    /// What is wrong with a value; null when nothing is.
    ///
    /// @param text the value as text; of no account for an object or a list
    ScannedLine.@Nullable Rejected fault(JsonToken value, String text) {
        if (kind == Kind.ANY || value == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (value) {
            case START_OBJECT -> wrong("is an object");
            case START_ARRAY -> wrong("is an array");
            case VALUE_TRUE, VALUE_FALSE -> wrong("is a boolean");
            default -> scalarFault(value, text);
        };
    }

    private ScannedLine.@Nullable Rejected scalarFault(JsonToken value, String text) {
        return switch (kind) {
            case ANY, TEXT_ID -> null;
            case NUMERIC_ID -> isWholeNumber(text) ? null : wrong("is not a number");
            case ID -> value != JsonToken.VALUE_NUMBER_FLOAT ? null : wrong("is not a string");
            case TIME -> isTime(text) ? null : wrong("is not a timestamp");
        };
    }

    private ScannedLine.Rejected wrong(String what) {
        return new ScannedLine.Rejected(RejectReason.WRONG_TYPE, column + ' ' + what);
    }

    private static boolean isTime(String text) {
        return text.isEmpty() || SourceTime.nanos(text) != SourceTime.NONE;
    }

    /// A blank is no number either, but it counts as a missing id.
    private static boolean isWholeNumber(String text) {
        if (text.isBlank()) {
            return true;
        }
        int end = text.endsWith(".0") ? text.length() - 2 : text.length();
        int from = text.charAt(0) == '-' ? 1 : 0;
        if (end <= from) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
