package dev.ferry.asapp.configuration;

/// The calls that read a tenant's configuration, with the array of items in each answer. *Source*: reference,
/// sections 2.5 and 2.6.
public enum ConfigurationCall {
    STRUCTURED_DATA_FIELDS("config_structured_data_fields", "structuredDataFields"),
    SEGMENTS("config_segments", "segments"),
    REDACTION_ENTITIES("config_redaction_entities", "redactionEntities"),
    CUSTOM_VOCABULARIES("config_custom_vocabularies", "customVocabularies"),
    CANNED_RESPONSES("config_canned_responses", "responsesList"),
    CANNED_FOLDERS("config_canned_folders", "folderList");

    private final String feed;
    private final String array;

    ConfigurationCall(String feed, String array) {
        this.feed = feed;
        this.array = array;
    }

    /// The name of its items in the catalogue of feeds.
    public String feed() {
        return feed;
    }

    /// The field of the answer that holds the items.
    public String array() {
        return array;
    }
}
