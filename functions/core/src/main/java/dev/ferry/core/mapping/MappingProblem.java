package dev.ferry.core.mapping;

/// One reason why a mapping does not compile.
///
/// @param line line in the file, from 1; 0 when no line is to blame
/// @param path where in the document, for example `Case.fields.Status`
/// @param message what is wrong
/// @param suggestion what to write instead; empty when there is none
public record MappingProblem(int line, String path, String message, String suggestion) {

    @Override
    public String toString() {
        String hint = suggestion.isEmpty() ? "" : " (" + suggestion + ")";
        return "line " + line + ": " + path + ": " + message + hint;
    }
}
