package dev.ferry.asapp.client.summary;

/// Calls that generate.
///
/// *Errors*: [dev.ferry.asapp.client.AsappException]; `NOT_ASKED_FOR`, with nothing sent, unless the configuration
/// names the call. An attempt that got no answer is not repeated.
public interface Summaries {
    /// Generates a summary in the given language tag, or in the tenant's language when that is empty.
    FreeTextSummary freeText(SummaryKey key, String language);

    /// Extracts structured data.
    StructuredData structuredData(SummaryKey key);

    /// Infers an intent.
    Intent intent(SummaryKey key);
}
