package dev.ferry.local.asapp.configuration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One kind of configuration, with the verbs that it allows.
///
/// @param path the segment below `/configuration/v1/`
/// @param array the name of the list in answers and in the export
/// @param verbs of one item or the list
/// @param oneWriter whether changes at the same time are refused
/// @param printedCursor how the documents' example spells a missing cursor
record Category(String path, String array, Set<String> verbs, boolean oneWriter, Optional<String> printedCursor) {
    private static final List<Category> ALL = List.of(
            new Category(
                    "structured-data-fields",
                    "structuredDataFields",
                    Set.of("GET", "POST", "PUT", "DELETE"),
                    false,
                    Optional.empty()),
            new Category("segments", "segments", Set.of("GET", "POST", "PATCH", "DELETE"), false, Optional.of("")),
            new Category("redaction-entities", "redactionEntities", Set.of("GET", "PATCH"), true, Optional.empty()),
            new Category(
                    "custom-vocabularies",
                    "customVocabularies",
                    Set.of("GET", "POST", "DELETE"),
                    true,
                    Optional.empty()));

    static Stream<Category> all() {
        return ALL.stream();
    }
}
