package dev.ferry.core.mapping.convert;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a JSON value reads as text.
///
/// @param format what is done to it
/// @param join what stands between the items of a list
public record PlainText(Format format, String join) {
    /// What is done to a text before it is measured.
    public enum Format {
        PLAIN,
        JSON,
        HTML,
        LOWERCASE
    }

    /// The text; null when the value is an object or a list of objects and the format is not JSON.
    public @Nullable String of(Object value) {
        return switch (format) {
            case PLAIN -> plain(value);
            case JSON -> SortedJson.of(value);
            case HTML -> html(plain(value));
            case LOWERCASE -> lowercase(plain(value));
        };
    }

    private @Nullable String plain(Object value) {
        if (!(value instanceof List<?> list)) {
            return scalar(value);
        }
        StringBuilder joined = new StringBuilder();
        for (Object item : list) {
            String text = item == null ? "" : scalar(item);
            if (text == null) {
                return null;
            }
            if (!text.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : join).append(text);
            }
        }
        return joined.toString();
    }

    /// One value as text; null when it is a list, an object or nothing that JSON has.
    static @Nullable String scalar(Object value) {
        return switch (value) {
            case String string -> string;
            case Boolean flag -> flag.toString();
            case Double number when number.isNaN() || number.isInfinite() -> null;
            case Double number -> {
                BigDecimal exact = BigDecimal.valueOf(number);
                yield exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
            }
            case BigDecimal number when Math.abs((long) number.scale()) > 400 -> null;
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Map<?, ?> map -> null;
            default -> null;
        };
    }

    private static @Nullable String lowercase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String html(@Nullable String text) {
        return text == null
                ? null
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;")
                        .replace("\r\n", "<br/>")
                        .replace("\r", "<br/>")
                        .replace("\n", "<br/>");
    }
}
