package dev.ferry.salesforce.client.bulk;

/// The character between columns; the job declares it by name.
public enum ColumnDelimiter {
    /// `,`, the default.
    COMMA(','),
    /// `` ` ``.
    BACKQUOTE('`'),
    /// `^`.
    CARET('^'),
    /// `|`.
    PIPE('|'),
    /// `;`.
    SEMICOLON(';'),
    /// A tabulator.
    TAB('\t');

    private final char character;

    ColumnDelimiter(char character) {
        this.character = character;
    }

    /// The character itself.
    public char character() {
        return character;
    }
}
