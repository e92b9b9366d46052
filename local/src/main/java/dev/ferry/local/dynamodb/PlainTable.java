package dev.ferry.local.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBUtils;
import com.amazonaws.services.dynamodbv2.local.shared.access.TableInfo;
import com.amazonaws.services.dynamodbv2.local.shared.mapper.DynamoDBObjectMapper;
import com.amazonaws.services.dynamodbv2.local.shared.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// A table with two string keys and without indexes and streams: all that DynamoDB Local keeps of an item of it is
/// one row of a SQLite table.
///
/// *Shape*: `hashKey` and `rangeKey` in UTF-8, their hashes for scans in `hashValue` and `rangeValue`, the item as
/// JSON in `ObjectJSON`, its size in bytes in `itemSize`. *Source*: `SQLiteDBAccess` of DynamoDB Local 2.6.1.
///
/// @param description what the engine's other parts are told
record PlainTable(TableInfo description) {
    private static final DynamoDBObjectMapper MAPPER = new DynamoDBObjectMapper();
    private static final ObjectReader READER = MAPPER.readerFor(DynamoDBObjectMapper.ITEM_TYPE);
    private static final ObjectWriter WRITER = MAPPER.writerFor(DynamoDBObjectMapper.ITEM_TYPE);
    private static final String STRING = "S";

    /// One row, ready to be written.
    record Row(byte[] hashKey, byte[] rangeKey, byte[] hashValue, byte[] rangeValue, byte[] item, long size) {}

    /// The table, if it is a plain one.
    static Optional<PlainTable> of(TableInfo description) {
        boolean plain = description.getLatestStreamId() == null
                && description.getGSINames().isEmpty()
                && description.getLSINames().isEmpty()
                && description.hasRangeKey()
                && isString(description.getHashKey())
                && isString(description.getRangeKey());
        return plain ? Optional.of(new PlainTable(description)) : Optional.empty();
    }

    private static boolean isString(AttributeDefinition key) {
        return key.getAttributeType().equals(STRING);
    }

    /// The item of a key as it is stored.
    Optional<byte[]> read(SQLiteConnection connection, Map<String, AttributeValue> key) throws SQLiteException {
        SQLiteStatement select = connection.prepare("SELECT ObjectJSON FROM \"%s\" WHERE hashKey = ? AND rangeKey = ?"
                .formatted(description.getTableName()));
        try {
            select.bind(1, bytes(hashKey(key))).bind(2, bytes(rangeKey(key)));
            return select.step() ? Optional.of(select.columnBlob(0)) : Optional.empty();
        } finally {
            select.dispose();
        }
    }

    /// Puts a row in place of the one with its keys.
    ///
    /// @return the number of rows written
    int write(SQLiteConnection connection, Row row) throws SQLiteException {
        SQLiteStatement insert = connection.prepare(
                ("INSERT OR REPLACE INTO \"%s\" (hashKey, rangeKey, hashValue, rangeValue, ObjectJSON, itemSize)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")
                        .formatted(description.getTableName()));
        try {
            insert.bind(1, row.hashKey())
                    .bind(2, row.rangeKey())
                    .bind(3, row.hashValue())
                    .bind(4, row.rangeValue())
                    .bind(5, row.item())
                    .bind(6, row.size())
                    .step();
            return connection.getChanges();
        } finally {
            insert.dispose();
        }
    }

    /// The row of an item.
    Row row(Map<String, AttributeValue> item) throws JsonProcessingException {
        return new Row(
                bytes(hashKey(item)),
                bytes(rangeKey(item)),
                LocalDBUtils.getHashValue(hashKey(item)),
                LocalDBUtils.getHashValue(rangeKey(item)),
                WRITER.writeValueAsBytes(item),
                LocalDBUtils.getItemSizeBytes(item));
    }

    /// The item that is stored.
    static Map<String, AttributeValue> item(byte[] stored) throws IOException {
        return READER.readValue(stored);
    }

    private AttributeValue hashKey(Map<String, AttributeValue> item) {
        return value(item, description.getHashKey());
    }

    private AttributeValue rangeKey(Map<String, AttributeValue> item) {
        return value(item, description.getRangeKey());
    }

    // The engine has refused items and keys without it before it comes here.
    private static AttributeValue value(Map<String, AttributeValue> item, AttributeDefinition key) {
        AttributeValue value = item.get(key.getAttributeName());
        if (value == null) {
            throw new IllegalArgumentException("no value for the key " + key.getAttributeName());
        }
        return value;
    }

    private static byte[] bytes(AttributeValue key) {
        return key.getS().getBytes(StandardCharsets.UTF_8);
    }
}
