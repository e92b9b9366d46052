package dev.ferry.local.salesforce.soql;

import java.util.List;

/// The tokens of a query, read from left to right.
final class Tokens {
    private final List<Token> list;
    private int at;

    Tokens(List<Token> list) {
        this.list = list;
    }

    Token peek() {
        return list.get(at);
    }

    Token next() {
        Token token = list.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean take(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!take(word)) {
            throw SoqlException.malformed("unexpected token: '" + peek().text() + "', expecting " + word);
        }
    }

    String word() {
        Token token = next();
        if (token.kind() != Token.Kind.WORD) {
            throw SoqlException.malformed("unexpected token: '" + token.text() + "'");
        }
        return token.text();
    }

    int count() {
        Token token = next();
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException e) {
            throw SoqlException.malformed("unexpected token: '" + token.text() + "', expecting a number");
        }
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw SoqlException.malformed("unexpected token: '" + peek().text() + "'");
        }
    }
}
