package dev.ferry.handlers.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The primary key of an item.
record ItemKey(String partition, String sort) {
    static final String PARTITION = "pk";
    static final String SORT = "sk";

    /// The key as DynamoDB takes it.
    Map<String, AttributeValue> stored() {
        return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
    }
}
