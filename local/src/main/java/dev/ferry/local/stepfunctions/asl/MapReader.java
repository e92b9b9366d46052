package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// Reads a Map state.
final class MapReader {

    private static final Set<String> DISTRIBUTED_ONLY = Set.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");
    private static final Set<String> READER = Set.of("Resource", "ReaderConfig", "Parameters", "Arguments");
    private static final Set<String> READER_CONFIG = Set.of(
            "InputType", "CSVHeaderLocation", "CSVHeaders", "CSVDelimiter", "MaxItems", "MaxItemsPath", "ItemsPointer");
    private static final Set<String> BATCHER = Set.of(
            "MaxItemsPerBatch",
            "MaxItemsPerBatchPath",
            "MaxInputBytesPerBatch",
            "MaxInputBytesPerBatchPath",
            "BatchInput");
    private static final Set<String> WRITER = Set.of("Resource", "Parameters", "Arguments", "WriterConfig");
    private static final Set<String> INPUT_TYPES = Set.of("JSON", "JSONL", "CSV");
    private static final Set<String> READER_RESOURCES =
            Set.of("arn:aws:states:::s3:getObject", "arn:aws:states:::s3:listObjectsV2");

    private final DefinitionReader graphs;
    private final Findings findings;
    private final boolean express;

    MapReader(DefinitionReader graphs, Findings findings, boolean express) {
        this.graphs = graphs;
        this.findings = findings;
        this.express = express;
    }

    State read(StateHead head, Recovery recovery, String at) {
        var field = head.has("Iterator") ? "Iterator" : "ItemProcessor";
        var processor = head.fields().get(field);
        if (processor == null) {
            findings.missing("ItemProcessor", at);
            return new State.MapState(head, new Graph("", java.util.Map.of()), false, recovery);
        }
        var config = processor.path("ProcessorConfig");
        var mode = config.path("Mode").asText("INLINE");
        if (!mode.equals("INLINE") && !mode.equals("DISTRIBUTED")) {
            findings.schema(
                    "The field 'Mode' should have one of these values: [INLINE, DISTRIBUTED]",
                    at + "/" + field + "/ProcessorConfig/Mode");
        }
        boolean distributed = mode.equals("DISTRIBUTED");
        if (distributed) {
            distributed(head.fields(), config.path("ExecutionType").asText("STANDARD"), at);
        } else {
            inline(head.fields(), at);
        }
        return new State.MapState(
                head, graphs.branch(processor, head.language(), at + "/" + field), distributed, recovery);
    }

    private void inline(ObjectNode state, String at) {
        for (var field : DISTRIBUTED_ONLY) {
            if (state.has(field)) {
                findings.schema("Field is not supported in an INLINE Map", at + "/" + field);
            }
        }
    }

    private void distributed(ObjectNode state, String executionType, String at) {
        if (express) {
            findings.schema("Express state machine does not support Map state in DISTRIBUTED mode", at);
        }
        if (!executionType.equals("STANDARD") && !executionType.equals("EXPRESS")) {
            findings.schema(
                    "The field 'ExecutionType' should have one of these values: [STANDARD, EXPRESS]",
                    at + "/ItemProcessor/ProcessorConfig/ExecutionType");
        }
        var label = state.path("Label").asText();
        if (label.length() > 40 || label.matches(".*[\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"].*")) {
            findings.schema("A Label has at most 40 characters and none that ARNs exclude", at + "/Label");
        }
        if (state.get("ItemReader") instanceof ObjectNode reader) {
            reader(reader, at + "/ItemReader");
        }
        if (state.get("ItemBatcher") instanceof ObjectNode batcher) {
            findings.onlyKnown(batcher, BATCHER, at + "/ItemBatcher");
        }
        if (state.get("ResultWriter") instanceof ObjectNode writer) {
            writer(writer, at + "/ResultWriter");
        }
    }

    private void reader(ObjectNode reader, String at) {
        findings.onlyKnown(reader, READER, at);
        var resource = findings.requiredText(reader, "Resource", at);
        if (!resource.isEmpty() && !READER_RESOURCES.contains(resource)) {
            findings.schema("The resource provided %s is not recognized.".formatted(resource), at + "/Resource");
        }
        if (reader.get("ReaderConfig") instanceof ObjectNode config) {
            findings.onlyKnown(config, READER_CONFIG, at + "/ReaderConfig");
            var type = config.path("InputType").asText("JSON");
            if (!INPUT_TYPES.contains(type)) {
                findings.schema(
                        "The InputType %s is not offered here; offered are [CSV, JSON, JSONL]".formatted(type),
                        at + "/ReaderConfig/InputType");
            }
        }
    }

    private void writer(ObjectNode writer, String at) {
        findings.onlyKnown(writer, WRITER, at);
        if (writer.has("Resource") && !writer.path("Resource").asText().equals("arn:aws:states:::s3:putObject")) {
            findings.schema(
                    "The resource provided %s is not recognized."
                            .formatted(writer.path("Resource").asText()),
                    at + "/Resource");
        }
        if (writer.get("WriterConfig") instanceof ObjectNode config) {
            findings.onlyKnown(config, Set.of("Transformation", "OutputType"), at + "/WriterConfig");
            oneOf(config, "Transformation", Set.of("NONE", "COMPACT", "FLATTEN"), at + "/WriterConfig");
            oneOf(config, "OutputType", Set.of("JSON", "JSONL"), at + "/WriterConfig");
        }
    }

    private void oneOf(ObjectNode node, String field, Set<String> values, String at) {
        if (node.has(field) && !values.contains(node.path(field).asText())) {
            findings.schema(
                    "The field '%s' should have one of these values: %s"
                            .formatted(field, values.stream().sorted().toList()),
                    at + "/" + field);
        }
    }
}
