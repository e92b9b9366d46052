package dev.ferry.local.stepfunctions.asl;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which fields each type of state may have, by query language.
///
/// *Source*: Amazon States Language specification, "Table of state types and fields".
final class FieldTable {

    private static final Set<String> ALL = Set.of("Type", "Comment", "QueryLanguage");

    private static final Map<String, Set<String>> BOTH = Map.of(
            "Task",
            Set.of("Resource", "Next", "End", "Assign", "Retry", "Catch", "TimeoutSeconds", "HeartbeatSeconds"),
            "Pass",
            Set.of("Next", "End", "Assign"),
            "Choice",
            Set.of("Choices", "Default", "Assign"),
            "Wait",
            Set.of("Next", "End", "Assign", "Seconds", "Timestamp"),
            "Parallel",
            Set.of("Branches", "Next", "End", "Assign", "Retry", "Catch"),
            "Map",
            Set.of(
                    "ItemProcessor",
                    "Iterator",
                    "Next",
                    "End",
                    "Assign",
                    "Retry",
                    "Catch",
                    "MaxConcurrency",
                    "ItemSelector",
                    "ItemReader",
                    "ItemBatcher",
                    "ResultWriter",
                    "ToleratedFailureCount",
                    "ToleratedFailurePercentage",
                    "Label"),
            "Succeed",
            Set.of(),
            "Fail",
            Set.of("Error", "Cause"));

    private static final Map<String, Set<String>> JSONATA = Map.of(
            "Task", Set.of("Arguments", "Output"),
            "Pass", Set.of("Output"),
            "Choice", Set.of("Output"),
            "Wait", Set.of("Output"),
            "Parallel", Set.of("Arguments", "Output"),
            "Map", Set.of("Items", "Output"),
            "Succeed", Set.of("Output"),
            "Fail", Set.of());

    private static final Set<String> PATHS = Set.of("InputPath", "OutputPath");

    private static final Map<String, Set<String>> JSONPATH = Map.of(
            "Task",
            Set.of("Parameters", "ResultSelector", "ResultPath", "TimeoutSecondsPath", "HeartbeatSecondsPath"),
            "Pass",
            Set.of("Parameters", "Result", "ResultPath"),
            "Choice",
            Set.of(),
            "Wait",
            Set.of("SecondsPath", "TimestampPath"),
            "Parallel",
            Set.of("Parameters", "ResultSelector", "ResultPath"),
            "Map",
            Set.of(
                    "Parameters",
                    "ItemsPath",
                    "ResultSelector",
                    "ResultPath",
                    "MaxConcurrencyPath",
                    "ToleratedFailureCountPath",
                    "ToleratedFailurePercentagePath"),
            "Succeed",
            Set.of(),
            "Fail",
            Set.of("ErrorPath", "CausePath"));

    private FieldTable() {}

    static Set<String> of(String type, QueryLanguage language) {
        var fields = new HashSet<>(ALL);
        fields.addAll(BOTH.getOrDefault(type, Set.of()));
        switch (language) {
            case JSONATA -> fields.addAll(JSONATA.getOrDefault(type, Set.of()));
            case JSONPATH -> {
                fields.addAll(JSONPATH.getOrDefault(type, Set.of()));
                if (!type.equals("Fail")) {
                    fields.addAll(PATHS);
                }
            }
        }
        return fields;
    }
}
