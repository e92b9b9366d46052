package dev.ferry.core.report.html;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A piece of HTML. Text gets into it only through [#of], which escapes it.
record Markup(String html) {
    static final Markup NOTHING = new Markup("");

    /// A template whose every `{}` is replaced by the next argument: markup as it is, all else escaped.
    static Markup of(String template, Object... arguments) {
        StringBuilder html = new StringBuilder(template.length() + 64);
        int from = 0;
        for (Object argument : arguments) {
            int at = template.indexOf("{}", from);
            if (at < 0) {
                throw new IllegalArgumentException("more arguments than places in the template: " + template);
            }
            html.append(template, from, at);
            html.append(argument instanceof Markup markup ? markup.html() : escape(argument.toString()));
            from = at + 2;
        }
        if (template.indexOf("{}", from) >= 0) {
            throw new IllegalArgumentException("fewer arguments than places in the template: " + template);
        }
        return new Markup(html.append(template, from, template.length()).toString());
    }

    /// Pieces in a row.
    static Markup join(Stream<Markup> pieces) {
        return new Markup(pieces.map(Markup::html).collect(Collectors.joining()));
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(printable(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    // Control characters, lone surrogates and the marks that turn the direction of text can make a report look like
    // it says something else.
    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
