package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.OrgStore;
import dev.ferry.local.salesforce.store.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Field values as a reader sees them, among them those that are derived and not stored: `Id`, `IsDeleted`,
/// `IsArchived`.
public final class RowReader {
    /// Closed Tasks as old as this leave ordinary queries.
    static final Duration ARCHIVE_AGE = Duration.ofDays(365);

    private final OrgStore store;
    private final OrgState org;

    public RowReader(OrgStore store, OrgState org) {
        this.store = store;
        this.org = org;
    }

    /// The value of a field; long texts are fetched, other values are as the row holds them.
    public @Nullable Object value(SObjectType type, Row row, Field field) {
        if (field.type() == FieldType.ID) {
            return row.id();
        }
        return switch (field.name()) {
            case "IsDeleted" -> !row.live();
            case "IsArchived" -> archived(type, row);
            default -> {
                Object value = row.value(field);
                if (value == null) {
                    yield field.type() == FieldType.BOOLEAN ? Boolean.FALSE : null;
                }
                yield value instanceof dev.ferry.local.salesforce.store.LongText ? store.text(value) : value;
            }
        };
    }

    /// Whether the row is a closed Task that the platform has put into its archive.
    public boolean archived(SObjectType type, Row row) {
        if (!type.name().equals("Task") || !org.rules().archiveTasks()) {
            return false;
        }
        if (!Boolean.TRUE.equals(row.value(type.require("IsClosed")))) {
            return false;
        }
        Instant limit = org.now().minus(ARCHIVE_AGE);
        if (row.value(type.require("ActivityDate")) instanceof LocalDate due) {
            return !due.isAfter(LocalDate.ofInstant(limit, ZoneOffset.UTC));
        }
        return row.value(type.require("CreatedDate")) instanceof Long created && created <= limit.toEpochMilli();
    }

    OrgStore store() {
        return store;
    }

    LocalDate today() {
        return LocalDate.ofInstant(org.now(), ZoneOffset.UTC);
    }
}
