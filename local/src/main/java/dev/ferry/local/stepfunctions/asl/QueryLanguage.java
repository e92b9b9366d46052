package dev.ferry.local.stepfunctions.asl;

/// The language of a state's expressions.
public enum QueryLanguage {
    /// Paths and intrinsic functions; the default.
    JSONPATH,
    /// Expressions between `{%` and `%}`.
    JSONATA;

    /// By the name that a definition uses; unknown names count as the default, and the reader reports them.
    public static QueryLanguage named(String name) {
        return name.equals("JSONata") ? JSONATA : JSONPATH;
    }
}
