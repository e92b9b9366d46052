package dev.ferry.salesforce.client.soql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Literals and conditions of SOQL, so that no value can end its own quotes.
public final class Soql {
    /// The longest `IN` condition to send at once, in characters: percent-encoded it can triple, and URL and
    /// headers together may have 16,384 bytes.
    public static final int MAX_CONDITION = 3_900;

    private static final Pattern FIELD = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*){0,5}");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Soql() {}

    /// A text literal with its quotes: `it's` becomes `'it\'s'`.
    public static String quote(String text) {
        return "'" + escape(text) + "'";
    }

    /// A `LIKE` pattern for texts that begin so; `%` and `_` in the text stand for themselves.
    public static String startsWith(String text) {
        return "'" + escape(text).replace("%", "\\%").replace("_", "\\_") + "%'";
    }

    /// A datetime literal, which takes no quotes.
    public static String literal(Instant moment) {
        return MOMENT.format(moment);
    }

    /// The name of a field or a path over parents (`Account.Owner.Name`). Refuses everything else, so that a
    /// name from outside cannot be a condition.
    public static String field(String name) {
        if (!FIELD.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a field: " + name);
        }
        return name;
    }

    /// `field IN ('a','b')`. Refuses an empty list, which SOQL does not know.
    public static String in(String field, Collection<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("IN over no values for " + field);
        }
        return field(field) + " IN ("
                + String.join(",", values.stream().map(Soql::quote).toList()) + ")";
    }

    /// The values as as many `IN` conditions as keep each within [#MAX_CONDITION] characters (a single longer
    /// value stands alone); none for no values.
    public static List<String> inChunks(String field, Collection<String> values) {
        var conditions = new ArrayList<String>();
        var chunk = new ArrayList<String>();
        var frame = field.length() + " IN ()".length();
        var length = frame;
        for (var value : values) {
            var size = quote(value).length() + 1;
            if (!chunk.isEmpty() && length + size > MAX_CONDITION) {
                conditions.add(in(field, chunk));
                chunk.clear();
                length = frame;
            }
            chunk.add(value);
            length += size;
        }
        if (!chunk.isEmpty()) {
            conditions.add(in(field, chunk));
        }
        return List.copyOf(conditions);
    }

    private static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        text.chars()
                .forEach(c -> escaped.append(
                        switch (c) {
                            case '\\' -> "\\\\";
                            case '\'' -> "\\'";
                            case '"' -> "\\\"";
                            case '\n' -> "\\n";
                            case '\r' -> "\\r";
                            case '\t' -> "\\t";
                            case '\b' -> "\\b";
                            case '\f' -> "\\f";
                            default -> String.valueOf((char) c);
                        }));
        return escaped.toString();
    }
}
