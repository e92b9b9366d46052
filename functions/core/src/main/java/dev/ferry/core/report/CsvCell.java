package dev.ferry.core.report;

/// A cell that is safe to open in a spreadsheet.
///
/// *Source*: OWASP, CSV Injection: cells that begin with `=`, `+`, `-`, `@`, tab or carriage return are run as
/// formulas.
public final class CsvCell {
    private static final String TRIGGERS = "=+-@\t\r";

    private CsvCell() {}

    /// The cell with an apostrophe in front where a spreadsheet would run it.
    public static String guard(String value) {
        return !value.isEmpty() && TRIGGERS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    /// The value of a cell that was guarded.
    public static String unguard(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && TRIGGERS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
