package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.document.YamlNode;

/// Where in the document something stands, so that problems can say it.
///
/// @param node the mapping that holds the key
/// @param path the path of that mapping
record Place(YamlNode.Mapping node, String path, Problems problems) {

    /// Reports a problem with a key of the mapping.
    void report(String key, String message, String suggestion) {
        problems.add(node.lineOf(key), path + "." + key, message, suggestion);
    }

    /// The mapping under a key.
    Place under(String key) {
        return new Place(node.mapping(key), path + "." + key, problems);
    }
}
