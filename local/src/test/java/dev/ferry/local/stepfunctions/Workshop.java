package dev.ferry.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.lambda.LambdaInvoker;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.timing.VirtualTimekeeper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A service on virtual time whose functions keep count of their calls and fail when told to.
final class Workshop implements AutoCloseable {

    private final VirtualTimekeeper time;
    private final StepFunctionsService service;
    private final InMemoryObjects objects = new InMemoryObjects();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private final List<JsonNode> heard = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> payloads = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> failing = Collections.synchronizedSet(new HashSet<>());

    /// @param failing keys whose calls fail from the beginning
    Workshop(InMemoryJournals journals, Instant now, long seed, String... failing) {
        this(journals, now, seed, List.of(), failing);
    }

    /// @param rules whose queues hear of ends; what they hear is among [#heard()]
    Workshop(InMemoryJournals journals, Instant now, long seed, List<StatusRule> rules, String... failing) {
        this.failing.addAll(List.of(failing));
        this.time = new VirtualTimekeeper(now);
        this.service = StepFunctionsService.open(
                new StepFunctionsSettings(0, Path.of("unused"), "111111111111", "us-east-1", rules),
                new StepFunctionsService.Basis(journals, time, new SeededChance(seed)),
                this::invoke,
                objects,
                message -> {
                    if (Json.parseOwn(message.body()).has("detail-type")) {
                        heard.add(Json.parseOwn(message.body()));
                        return new QueueSender.Sent("id", "md5");
                    }
                    tokens.add(Json.parseOwn(message.body()).path("token").asText());
                    return new QueueSender.Sent("id", "md5");
                });
        time.enter();
        service.resume();
    }

    /// Answers what was put down for the function, else `{"done": key}` for `{"key": key}`, once for every key that
    /// is not to fail.
    private LambdaInvoker.Invocation invoke(String function, byte[] payload) {
        var given = Json.parseOwn(new String(payload, StandardCharsets.UTF_8));
        var key = given.path("key").asText();
        calls.add(key);
        String answer = answers.get(function.substring(function.lastIndexOf(':') + 1));
        if (answer != null) {
            payloads.add(given);
            return new LambdaInvoker.Invocation.Returned(answer.getBytes(StandardCharsets.UTF_8));
        }
        if (failing.contains(key)) {
            var error = Json.object().put("errorType", "dev.ferry.Broken").put("errorMessage", "no");
            return new LambdaInvoker.Invocation.Raised(
                    "dev.ferry.Broken", "no", Json.text(error).getBytes(StandardCharsets.UTF_8));
        }
        return new LambdaInvoker.Invocation.Returned(
                Json.text(Json.object().put("done", key)).getBytes(StandardCharsets.UTF_8));
    }

    JsonNode call(String operation, JsonNode request) {
        return service.api().call(operation, request);
    }

    String create(String name, String definition) {
        return call(
                        "CreateStateMachine",
                        Json.object()
                                .put("name", name)
                                .put("definition", definition)
                                .put("roleArn", RecordedWorld.ROLE))
                .path("stateMachineArn")
                .asText();
    }

    String start(String machineArn, String input) {
        return call(
                        "StartExecution",
                        Json.object()
                                .put("stateMachineArn", machineArn)
                                .put("name", "run")
                                .put("input", input))
                .path("executionArn")
                .asText();
    }

    JsonNode describe(String arn) {
        return call("DescribeExecution", Json.object().put("executionArn", arn));
    }

    /// Lets virtual time run, answering tokens as they come, until the execution has ended.
    JsonNode finish(String arn) {
        for (int i = 0; i < 400 && describe(arn).path("status").asText().equals("RUNNING"); i++) {
            time.await(time.latch(), time.now().plusSeconds(1));
            for (var token : List.copyOf(tokens)) {
                tokens.remove(token);
                call("SendTaskSuccess", Json.object().put("taskToken", token).put("output", "{\"answered\":true}"));
            }
        }
        return describe(arn);
    }

    /// What a function is to answer.
    void answer(String function, String json) {
        answers.put(function, json);
    }

    /// What the functions were given that have such an answer.
    List<JsonNode> payloads() {
        return List.copyOf(payloads);
    }

    void expectToken(String token) {
        tokens.add(token);
    }

    Set<String> failing() {
        return failing;
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    /// The events that queues of rules were sent, in order.
    List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    InMemoryObjects objects() {
        return objects;
    }

    VirtualTimekeeper time() {
        return time;
    }

    @Override
    public void close() {
        time.leave();
        service.close();
    }
}
