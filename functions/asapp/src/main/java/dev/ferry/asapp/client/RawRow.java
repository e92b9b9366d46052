package dev.ferry.asapp.client;

/// A row of an answer as it came: one JSON object. Its `toString` is `***`, since it can hold anything.
public record RawRow(String json) {
    @Override
    public String toString() {
        return "***";
    }
}
