package dev.ferry.local.salesforce.store;

import dev.ferry.local.salesforce.schema.SObjectType;

/// How the platform measures a record: 2 KB flat, an EmailMessage at its true size, a file by its body and apart.
final class RecordSize {
    private RecordSize() {}

    static long dataBytes(SObjectType type, Row row) {
        return switch (type.name()) {
            case "EmailMessage" -> Math.max(Table.RECORD_BYTES, textBytes(row));
            case "ContentDocument", "ContentNote", "ContentVersion", "ContentDocumentLink" -> 0;
            default -> Table.RECORD_BYTES;
        };
    }

    static long fileBytes(SObjectType type, Row row) {
        boolean body = type.name().equals("ContentVersion") || type.name().equals("ContentNote");
        return body && row.value(type.require("ContentSize")) instanceof Integer size ? size : 0;
    }

    private static long textBytes(Row row) {
        long bytes = 0;
        for (Object value : row.values()) {
            bytes += switch (value) {
                case LongText text -> text.bytes();
                case String text -> text.length();
                case null, default -> 0;
            };
        }
        return bytes;
    }
}
