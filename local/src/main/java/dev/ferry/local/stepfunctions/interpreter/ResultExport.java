package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.ObjectStore;
import dev.ferry.local.stepfunctions.asl.QueryLanguage;
import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.Visible;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a Map Run came to: in the state's result, or written to S3 with a manifest.
///
/// *Shape* in S3: `<prefix>/<map-run-uuid>/manifest.json` and, beside it, `SUCCEEDED_0`, `FAILED_0` and `PENDING_0`
/// where there are such children. *Source*: developer guide, "ResultWriter".
final class ResultExport {

    private final Queries queries;
    private final ObjectStore objects;

    ResultExport(Queries queries, ObjectStore objects) {
        this.queries = queries;
        this.objects = objects;
    }

    /// Writes where the state says so, and gives the state's result.
    JsonNode write(State.MapState state, MapRun run, Visible entered) {
        var head = state.head();
        var writer = head.fields().path("ResultWriter");
        var config = writer.path("WriterConfig");
        if (!writer.has("Resource")) {
            return outputs(run.children(), config.path("Transformation").asText("COMPACT"));
        }
        var field = head.language() == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        var arguments = queries.template(head.language(), writer.path(field), "ResultWriter/" + field, entered);
        var target = new Target(
                arguments.path("Bucket").asText(),
                arguments.path("Prefix").asText(),
                run.arn().substring(run.arn().lastIndexOf(':') + 1),
                config.path("OutputType").asText("JSON").equals("JSONL"),
                config.path("Transformation").asText("NONE"));
        try {
            return export(run, target);
        } catch (ObjectStore.Refused e) {
            throw new StateFailure(
                    "States.ResultWriterFailed",
                    "%s (Service: Amazon S3; Error Code: %s)".formatted(e.getMessage(), e.code()));
        }
    }

    private record Target(String bucket, String prefix, String uuid, boolean lines, String transformation) {

        String key(String name) {
            var folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
            return folder + uuid + "/" + name;
        }
    }

    private JsonNode export(MapRun run, Target target) throws ObjectStore.Refused {
        var done = run.children();
        var succeeded = done.stream().filter(ResultExport::succeeded).toList();
        var failed = done.stream().filter(child -> !succeeded(child)).toList();
        var files = Json.object();
        var kinds = Map.of(
                "SUCCEEDED",
                target.transformation().equals("NONE")
                        ? descriptions(succeeded)
                        : outputs(succeeded, target.transformation()),
                "FAILED",
                descriptions(failed),
                "PENDING",
                pending(run));
        for (var kind : List.of("FAILED", "PENDING", "SUCCEEDED")) {
            var listed = files.putArray(kind);
            var content = kinds.getOrDefault(kind, Json.MAPPER.createArrayNode());
            if (!content.isEmpty()) {
                var key = target.key(kind + "_0." + (target.lines() ? "jsonl" : "json"));
                var body = body(content, target.lines());
                objects.put(target.bucket(), key, body);
                listed.add(Json.object().put("Key", key).put("Size", body.length));
            }
        }
        var manifest = Json.object().put("DestinationBucket", target.bucket()).put("MapRunArn", run.arn());
        manifest.set("ResultFiles", files);
        var key = target.key("manifest.json");
        objects.put(target.bucket(), key, Json.text(manifest).getBytes(StandardCharsets.UTF_8));
        var result = Json.object().put("MapRunArn", run.arn());
        result.set(
                "ResultWriterDetails",
                Json.object().put("Bucket", target.bucket()).put("Key", key));
        return result;
    }

    private static boolean succeeded(Execution child) {
        return child.log().status() == ExecutionStatus.SUCCEEDED;
    }

    private static byte[] body(ArrayNode content, boolean lines) {
        if (!lines) {
            return Json.text(content).getBytes(StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        content.forEach(element -> text.append(Json.text(element)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ArrayNode outputs(List<Execution> children, String transformation) {
        var outputs = Json.MAPPER.createArrayNode();
        for (var child : children) {
            if (!succeeded(child)) {
                outputs.add(new StateFailure(child.log().error(), child.log().cause()).output());
                continue;
            }
            var output = child.log().outputValue();
            switch (transformation) {
                case "FLATTEN" -> {
                    if (output instanceof ArrayNode array) {
                        outputs.addAll(array);
                    } else {
                        outputs.add(output);
                    }
                }
                case "NONE" -> outputs.add(description(child));
                default -> outputs.add(output);
            }
        }
        return outputs;
    }

    private static ArrayNode descriptions(List<Execution> children) {
        var all = Json.MAPPER.createArrayNode();
        children.forEach(child -> all.add(description(child)));
        return all;
    }

    private static ObjectNode description(Execution child) {
        var log = child.log();
        var json = Json.object()
                .put("ExecutionArn", child.origin().arn())
                .put("Input", child.origin().input());
        json.set("InputDetails", Json.object().put("Included", true));
        json.put("Name", child.origin().name());
        if (log.output() != null) {
            json.put("Output", log.output());
            json.set("OutputDetails", Json.object().put("Included", true));
        }
        if (log.error() != null) {
            json.put("Error", log.error());
        }
        if (log.cause() != null) {
            json.put("Cause", log.cause());
        }
        json.put("RedriveCount", log.redrives())
                .put("StartDate", Turn.timestamp(child.origin().started()))
                .put("StateMachineArn", child.program().machineArn())
                .put("Status", log.status().name());
        var stopped = log.stopped();
        return stopped == null ? json : json.put("StopDate", Turn.timestamp(stopped));
    }

    private static ArrayNode pending(MapRun run) {
        var started = new ArrayList<Integer>();
        run.children().forEach(child -> started.add(child.origin().index()));
        var pending = Json.MAPPER.createArrayNode();
        for (int i = 0; i < run.total(); i++) {
            if (!started.contains(i)) {
                pending.add(Json.object().put("Input", Json.text(run.input(i))).put("Status", "PENDING"));
            }
        }
        return pending;
    }
}
