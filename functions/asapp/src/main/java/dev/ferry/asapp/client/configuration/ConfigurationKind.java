package dev.ferry.asapp.client.configuration;

/// A kind of configured thing, its path and the list in its pages.
public enum ConfigurationKind {
    /// Questions and entities that are extracted from conversations.
    STRUCTURED_DATA_FIELDS("structured-data-fields", "structuredDataFields"),
    /// Which conversations get which fields.
    SEGMENTS("segments", "segments"),
    /// What is masked.
    REDACTION_ENTITIES("redaction-entities", "redactionEntities"),
    /// Words that transcription knows.
    CUSTOM_VOCABULARIES("custom-vocabularies", "customVocabularies");

    private final String path;
    private final String list;

    ConfigurationKind(String path, String list) {
        this.path = path;
        this.list = list;
    }

    String path() {
        return "/configuration/v1/" + path;
    }

    String list() {
        return list;
    }

    String label() {
        return path;
    }
}
