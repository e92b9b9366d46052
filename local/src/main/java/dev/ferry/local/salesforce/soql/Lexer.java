package dev.ferry.local.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a query into tokens.
final class Lexer {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<date>\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?)"
            + "|(?<number>[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*(?::\\d+)?)"
            + "|'(?<text>(?:[^'\\\\]|\\\\.)*+)'"
            + "|(?<sign><=|>=|!=|<>|[=<>(),]))");

    private Lexer() {}

    static List<Token> tokens(String query) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(query);
        int at = 0;
        while (!query.substring(at).isBlank()) {
            matcher.region(at, query.length());
            if (!matcher.lookingAt()) {
                throw SoqlException.malformed("unexpected token at position " + at);
            }
            tokens.add(token(matcher, at));
            at = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "<EOF>", at));
        return List.copyOf(tokens);
    }

    private static Token token(Matcher matcher, int at) {
        String date = matcher.group("date");
        if (date != null) {
            return new Token(Token.Kind.DATE, date, at);
        }
        String number = matcher.group("number");
        if (number != null) {
            return new Token(Token.Kind.NUMBER, number, at);
        }
        String word = matcher.group("word");
        if (word != null) {
            return new Token(Token.Kind.WORD, word, at);
        }
        String text = matcher.group("text");
        if (text != null) {
            return new Token(Token.Kind.TEXT, unescaped(text), at);
        }
        return new Token(Token.Kind.SIGN, matcher.group("sign"), at);
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char next = text.charAt(++i);
            out.append(
                    switch (next) {
                        case 'n', 'N' -> "\n";
                        case 'r', 'R' -> "\r";
                        case 't', 'T' -> "\t";
                        // LIKE gives escaped wildcards their plain meaning.
                        case '%', '_' -> "\\" + next;
                        default -> String.valueOf(next);
                    });
        }
        return out.toString();
    }
}
