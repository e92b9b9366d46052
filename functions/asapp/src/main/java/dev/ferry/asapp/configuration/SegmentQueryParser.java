package dev.ferry.asapp.configuration;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the raw grammar of segments.
///
/// *Shape*: `field = 'value'`, `field IN ['a','b']`, `AND`, `OR`, `NOT`, parentheses, `TRUE`. `NOT` binds
/// closest, then `AND`, then `OR`. A quote within a value is doubled or has a backslash before it. Keywords in
/// any case. *Threading*: one thread, one query.
public final class SegmentQueryParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:'((?:[^'\\\\]|\\\\.|'')*)'|([A-Za-z_][A-Za-z0-9_.]*)|([=\\[\\](),]))");

    private final Matcher tokens;
    private final String raw;
    private int at;

    private SegmentQueryParser(String raw) {
        this.raw = raw;
        this.tokens = TOKEN.matcher(raw);
    }

    /// The condition of a raw query; empty for one that is not of this grammar.
    public static Optional<SegmentQuery> parse(String raw) {
        try {
            SegmentQueryParser parser = new SegmentQueryParser(raw);
            SegmentQuery query = parser.or();
            return raw.substring(parser.at).isBlank() ? Optional.of(query) : Optional.empty();
        } catch (NotAQuery _) {
            return Optional.empty();
        }
    }

    private SegmentQuery or() {
        SegmentQuery left = and();
        while (takeWord("OR")) {
            left = new SegmentQuery.Or(left, and());
        }
        return left;
    }

    private SegmentQuery and() {
        SegmentQuery left = not();
        while (takeWord("AND")) {
            left = new SegmentQuery.And(left, not());
        }
        return left;
    }

    private SegmentQuery not() {
        if (takeWord("NOT")) {
            return new SegmentQuery.Not(not());
        }
        if (takeSign("(")) {
            SegmentQuery inner = or();
            require(")");
            return inner;
        }
        if (takeWord("TRUE")) {
            return new SegmentQuery.Everything();
        }
        return comparison();
    }

    private SegmentQuery comparison() {
        if (!peek() || tokens.group(2) == null) {
            throw new NotAQuery();
        }
        String field = tokens.group(2);
        at = tokens.end();
        if (takeSign("=")) {
            return new SegmentQuery.OneOf(field, Set.of(value()));
        }
        if (!takeWord("IN")) {
            throw new NotAQuery();
        }
        require("[");
        Set<String> values = new LinkedHashSet<>();
        do {
            values.add(value());
        } while (takeSign(","));
        require("]");
        return new SegmentQuery.OneOf(field, values);
    }

    private String value() {
        if (!peek() || tokens.group(1) == null) {
            throw new NotAQuery();
        }
        at = tokens.end();
        return tokens.group(1).replace("''", "'").replaceAll("\\\\(.)", "$1");
    }

    private boolean takeWord(String word) {
        if (peek()
                && tokens.group(2) != null
                && tokens.group(2).toUpperCase(Locale.ROOT).equals(word)) {
            at = tokens.end();
            return true;
        }
        return false;
    }

    private boolean takeSign(String sign) {
        if (peek() && sign.equals(tokens.group(3))) {
            at = tokens.end();
            return true;
        }
        return false;
    }

    private void require(String sign) {
        if (!takeSign(sign)) {
            throw new NotAQuery();
        }
    }

    private boolean peek() {
        return tokens.region(at, raw.length()).lookingAt();
    }

    /// Says within the parser that the text is not of the grammar; it never leaves it.
    private static final class NotAQuery extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAQuery() {
            super("not a segment query", null, false, false);
        }
    }
}
