package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import org.jspecify.annotations.Nullable;

/// What an execution runs: the definition as it was when the execution started, and whose it is.
///
/// @param express whether executions are of the type EXPRESS
/// @param versionArn the version that was started, or null
/// @param aliasArn the alias through which it was started, or null
/// @param revisionId the revision of the machine, or null before its first update
public record Program(
        String machineArn,
        String machineName,
        String roleArn,
        String definition,
        boolean express,
        @Nullable String versionArn,
        @Nullable String aliasArn,
        @Nullable String revisionId) {

    ObjectNode toJson() {
        return Json.object()
                .put("machineArn", machineArn)
                .put("machineName", machineName)
                .put("roleArn", roleArn)
                .put("definition", definition)
                .put("express", express)
                .put("versionArn", versionArn)
                .put("aliasArn", aliasArn)
                .put("revisionId", revisionId);
    }

    static Program fromJson(com.fasterxml.jackson.databind.JsonNode node) {
        return new Program(
                node.path("machineArn").asText(),
                node.path("machineName").asText(),
                node.path("roleArn").asText(),
                node.path("definition").asText(),
                node.path("express").asBoolean(),
                node.path("versionArn").textValue(),
                node.path("aliasArn").textValue(),
                node.path("revisionId").textValue());
    }
}
