package dev.ferry.local.stepfunctions.asl;

/// One thing that is wrong with a definition.
///
/// @param code for example `SCHEMA_VALIDATION_FAILED`
/// @param location for example `/States/Load/Resource`
public record Diagnostic(String code, String message, String location) {

    /// A violation of the language's schema.
    public static Diagnostic schema(String message, String location) {
        return new Diagnostic("SCHEMA_VALIDATION_FAILED", message, location);
    }

    /// As the message of `InvalidDefinition` shows it.
    public String text() {
        return "%s: %s at %s".formatted(code, message, location);
    }
}
