package dev.ferry.core.mapping.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stands at a path of the canonical model.
public sealed interface SourceType {

    /// A single value.
    enum Scalar implements SourceType {
        TEXT,
        NUMBER,
        BOOLEAN,
        TIME
    }

    /// A list of things of one type.
    record ListOf(SourceType item) implements SourceType {}

    /// A thing with named members.
    record ObjectOf(SortedMap<String, SourceType> members) implements SourceType {
        public ObjectOf {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        /// An object type from members in any order.
        public static ObjectOf of(Map<String, SourceType> members) {
            return new ObjectOf(new TreeMap<>(members));
        }
    }

    /// A map whose keys are data.
    record MapOf(SourceType value) implements SourceType {}
}
