package dev.ferry.asapp.batch;

import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.SourceChannel;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of one feed: which columns name, place and order its rows, and which are read.
///
/// @param kind what the rows belong to; empty for report data that no canonical record needs
/// @param family feeds of one family are one table under two names
/// @param channel the way by which its rows come
/// @param company the column that names the tenant
/// @param entity the column that names the entity
/// @param space what kind of id `entity` holds
/// @param otherwise the column that names an issue where `entity` is null; empty where that never is
/// @param also columns that name further entities, which get a copy of the row
/// @param key the unique condition
/// @param fallbackKey the unique condition of rows in which the first column of `key` is null or blank
/// @param order the column of the logical time; empty when only the place in the export orders the rows
/// @param columns the columns that are read, in a fixed order: a row is an array in this order
/// @param nested whether columns are paths into nested objects, with `.` between their parts, or hold lists
/// @param known all columns that the feed is known to have
public record FeedSpec(
        String name,
        Optional<EntityKind> kind,
        String family,
        SourceChannel channel,
        String company,
        String entity,
        IdSpace space,
        Optional<String> otherwise,
        List<String> also,
        List<String> key,
        List<String> fallbackKey,
        Set<String> required,
        Set<String> numeric,
        Set<String> times,
        Optional<String> order,
        List<String> columns,
        boolean nested,
        Set<String> known) {
    /// The column that names the tenant in batch feeds.
    public static final String COMPANY = "company_name";

    /// The kinds of id that name a conversation.
    public enum IdSpace {
        /// Issues of ASAPP Messaging; for other kinds of entity their only kind of id.
        ISSUE,
        /// Conversations of AI Services.
        CONVERSATION
    }

    public FeedSpec {
        also = List.copyOf(also);
        key = List.copyOf(key);
        fallbackKey = List.copyOf(fallbackKey);
        required = Set.copyOf(required);
        numeric = Set.copyOf(numeric);
        times = Set.copyOf(times);
        columns = List.copyOf(columns);
        known = Set.copyOf(known);
    }

    /// The place of each read column in a row.
    public Map<String, Integer> slots() {
        Map<String, Integer> slots = new HashMap<>();
        for (int slot = 0; slot < columns.size(); slot++) {
            slots.put(columns.get(slot), slot);
        }
        return Collections.unmodifiableMap(slots);
    }
}
