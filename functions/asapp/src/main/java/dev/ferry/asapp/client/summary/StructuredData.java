package dev.ferry.asapp.client.summary;

import java.util.List;

/// Structured data that were extracted just now.
public record StructuredData(String conversationId, String id, List<Value> values) {
    /// Copies the values.
    public StructuredData {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return "StructuredData[" + id + "]";
    }

    /// The value of a field; empty when there is none.
    ///
    /// *Source*: declared as text under `value`, but numbers occur, and questions are answered under `answer`.
    public record Value(String fieldId, String fieldName, String value) {
        @Override
        public String toString() {
            return "Value[" + fieldId + "]";
        }
    }
}
