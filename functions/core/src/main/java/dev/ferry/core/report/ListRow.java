package dev.ferry.core.report;

import java.util.List;

/// One row of a list: a record that did not move as it came, why, and what to do.
///
/// Rows hold ids, codes and reasons; never texts, names or addresses.
public sealed interface ListRow {

    /// The cells, in the order of the columns of the row's [ListKind].
    List<String> cells();

    /// A record that the target refused.
    ///
    /// @param attempts how often it was sent
    record Failed(String object, String key, String code, String field, String reason, String hint, int attempts)
            implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(object, key, code, field, reason, hint, Integer.toString(attempts));
        }
    }

    /// A record, or a line of the source, that was held back before sending.
    ///
    /// @param where the file and line for a line of the source; the field for a record
    record Quarantined(String object, String key, String code, String where, String reason, String hint)
            implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(object, key, code, where, reason, hint);
        }
    }

    /// An agent who has no user in the target.
    ///
    /// @param decision the user id that was decided on, or empty
    record UnmatchedOwner(String agent, String reason, long conversations, String decision) implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(agent, reason, Long.toString(conversations), decision);
        }
    }

    /// A record that was folded into another one.
    ///
    /// @param evidence the feed that showed the link
    record Merged(String object, String key, String into, String evidence) implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(object, key, into, evidence);
        }
    }

    /// A record that stood in the target before and was recognised.
    ///
    /// @param id in the target
    /// @param filled the fields that were empty in it and got a value, with blanks between them
    record Matched(String object, String key, String id, String filled) implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(object, key, id, filled);
        }
    }

    /// A record that a rule of the configuration left out.
    record Filtered(String object, String key, String rule) implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(object, key, rule);
        }
    }

    /// A record of which a value was changed so that it fits the target.
    ///
    /// @param rule what was done, for example `TRUNCATED`
    record Adjusted(String object, String key, String field, String rule) implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(object, key, field, rule);
        }
    }

    /// A record that went on although something of it is missing at the source.
    ///
    /// @param code for example `UNPUBLISHED_PARTITION`
    /// @param missing how much, and where it would have been
    record Incomplete(String object, String key, String code, String missing) implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(object, key, code, missing);
        }
    }

    /// An issue that only pushed events know.
    ///
    /// @param code `EXCEPTION` when a batch should have it by now, `PROVISIONAL` while it may still come
    /// @param types of its events, with blanks between them
    record Gap(String issue, String code, String firstEvent, String lastEvent, String events, String types)
            implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(issue, code, firstEvent, lastEvent, events, types);
        }
    }

    /// A structured data field of which a value did not become that of the person or the organisation it describes.
    ///
    /// @param key of the person or organisation, or of the conversation that has no such parent
    /// @param code `SUPERSEDED`, `NO_CUSTOMER`, `NO_ORGANIZATION` or `UNKNOWN_FIELD`
    record StructuredValue(String key, String code, String field, String detail) implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(key, code, field, detail);
        }
    }

    /// A feed or call that the source does not give.
    ///
    /// @param code for example `NOT_ENABLED`
    record Unavailable(String channel, String code, String detail) implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(channel, code, detail);
        }
    }

    /// A column that departs from what is known of its feed, see [DriftedColumn].
    record Drifted(String feed, String column, String drift, String since) implements ListRow {
        @Override
        public List<String> cells() {
            return List.of(feed, column, drift, since);
        }
    }
}
