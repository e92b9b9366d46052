package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Reads what a Task state calls.
final class TaskReader {

    private final Findings findings;
    private final boolean express;

    TaskReader(Findings findings, boolean express) {
        this.findings = findings;
        this.express = express;
    }

    TaskTarget target(ObjectNode state, String at) {
        var resource = findings.requiredText(state, "Resource", at);
        var where = at + "/Resource";
        if (express && resource.contains(":activity:")) {
            findings.schema("Express state machine does not support Activity ARN", where);
        } else if (express && resource.endsWith(".waitForTaskToken")) {
            findings.schema("Express state machine does not support '.waitForTaskToken' service integration ", where);
        } else if (express && resource.contains(".sync")) {
            findings.schema("Express state machine does not support '.sync' service integration ", where);
        } else if (resource.contains(":activity:")) {
            findings.schema("Activities are not offered here: " + resource, where);
        }
        var target = TaskTarget.of(resource);
        boolean unfit = express && resource.matches(".*\\.(waitForTaskToken|sync|sync:2)");
        if (target.isEmpty() && !resource.isEmpty() && !resource.contains(":activity:") && !unfit) {
            findings.schema(
                    "The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."
                            .formatted(resource),
                    where);
        }
        timeouts(state, at);
        return target.orElseGet(() -> new TaskTarget.Function(resource));
    }

    /// Tasks run with the rights of the process here, so a role of their own cannot be honoured.
    void credentials(ObjectNode state, String at) {
        var credentials = state.get("Credentials");
        if (credentials == null) {
            return;
        }
        if (!credentials.has("RoleArn") && !credentials.has("RoleArn.$")) {
            findings.missing("RoleArn", at + "/Credentials");
        } else {
            findings.schema("Field is not supported", at + "/Credentials");
        }
    }

    private void timeouts(ObjectNode state, String at) {
        var timeout = state.get("TimeoutSeconds");
        var heartbeat = state.get("HeartbeatSeconds");
        for (var field : new String[] {"TimeoutSeconds", "HeartbeatSeconds"}) {
            var value = state.get(field);
            if (value != null && value.isNumber() && (!value.isIntegralNumber() || value.asLong() < 1)) {
                findings.schema("Expected a positive integer", at + "/" + field);
            }
            if (value != null && state.has(field + "Path")) {
                findings.schema("Only one of '%s' and '%sPath' may be present".formatted(field, field), at);
            }
        }
        if (timeout != null
                && heartbeat != null
                && timeout.isNumber()
                && heartbeat.isNumber()
                && heartbeat.asLong() >= timeout.asLong()) {
            findings.schema("The value of 'HeartbeatSeconds' must be less than 'TimeoutSeconds'", at);
        }
    }
}
