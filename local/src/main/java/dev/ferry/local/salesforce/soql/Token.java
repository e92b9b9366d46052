package dev.ferry.local.salesforce.soql;

/// A word, text, number, date or sign of a query.
record Token(Kind kind, String text, int at) {

    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        DATE,
        SIGN,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }
}
