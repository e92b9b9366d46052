package dev.ferry.asapp.client.summary;

/// A summary that was generated just now.
public record FreeTextSummary(String conversationId, String summaryId, String text) {
    @Override
    public String toString() {
        return "FreeTextSummary[" + summaryId + "]";
    }
}
