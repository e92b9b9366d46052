package dev.ferry.core.scope;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a source holds and what it would take to move it.
///
/// *Shape* as JSON (`scope.json`): the components by name; `version` changes when the meaning of one does.
///
/// @param objects what would become records
/// @param feeds by name
/// @param gaps what the source has not given, or not yet
/// @param api what reading the API costs; null when it is not used
/// @param fields what the columns and structured fields hold
/// @param missing what Ferry reads and the source does not have, or has and Ferry does not read
public record ScopeResults(
        int version,
        String company,
        String migrationId,
        String runId,
        List<Count> objects,
        List<Feed> feeds,
        List<Gap> gaps,
        @Nullable Api api,
        Cost cost,
        List<Field> fields,
        List<Missing> missing) {
    /// The version of this shape.
    public static final int VERSION = 1;

    public ScopeResults {
        objects = List.copyOf(objects);
        feeds = List.copyOf(feeds);
        gaps = List.copyOf(gaps);
        fields = List.copyOf(fields);
        missing = List.copyOf(missing);
    }

    /// How many there are of an object.
    ///
    /// @param exact whether it is counted; else it is within one part in a hundred, or from a sample
    /// @param basis where the count comes from, for a person
    public record Count(String object, long count, boolean exact, String basis) {}

    /// One feed.
    ///
    /// @param channel `BATCH`, `FILE_EXPORTER` or `EVENTS`
    /// @param stored bytes in the store. *Units*: bytes
    /// @param rows that can be read; 0 where rows are not looked at
    /// @param distinct rows without restatements
    /// @param first the first date with data, ISO 8601; empty where there is none
    /// @param sample which part of the feed was looked at; empty for all of it
    public record Feed(
            String feed,
            String channel,
            long partitions,
            long files,
            long stored,
            long rows,
            long distinct,
            long rejected,
            String first,
            String last,
            String sample) {}

    /// What is not there.
    ///
    /// @param from the first date, ISO 8601
    public record Gap(String feed, String from, String until, String what) {
        /// Days in a row.
        static Gap days(String feed, LocalDate from, LocalDate until) {
            return new Gap(feed, from.toString(), until.toString(), "no finished partition");
        }
    }

    /// What reading the API costs.
    ///
    /// @param perDay requests of a day that are ours
    /// @param days of the provider that it takes, begun ones included
    /// @param forecast for a person
    public record Api(long requests, long perDay, long days, String forecast, List<ApiPart> parts) {
        public Api {
            parts = List.copyOf(parts);
        }
    }

    /// One part of that.
    public record ApiPart(String what, long requests, String basis) {}

    /// What a run is expected to cost on AWS.
    ///
    /// @param dollars *Units*: US dollars
    /// @param byStep dollars by step
    public record Cost(double dollars, String sentence, SortedMap<String, Double> byStep) {}

    /// What a field holds.
    ///
    /// @param kind `column`, or `structured` for a field whose name stands in a column
    /// @param fill of the rows that could have it, 0 to 1; of a structured field the number of rows alone is known
    /// @param exceptions values that do not look like most
    /// @param values the vocabulary of a field that has one, with how often
    public record Field(
            String feed,
            String field,
            String kind,
            long filled,
            double fill,
            ValueType type,
            long exceptions,
            int longest,
            Map<String, Long> values) {
        public Field {
            values = Map.copyOf(values);
        }
    }

    /// What the source does not have, or Ferry does not read.
    ///
    /// @param state `NOT_ENABLED`, `NOT_IN_EXPORT`, `UNKNOWN` or `NOT_READ`
    public record Missing(String what, String state, String why) {}
}
