package dev.ferry.infra.machines;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a machine calls, as its file says: by the placeholders of functions, machines, queues and buckets.
///
/// @param watched machines at whose executions it looks
/// @param maps whether it has a distributed map, whose children are executions of the machine itself
record MachineNeeds(
        Set<String> functions,
        Set<String> machines,
        Set<String> watched,
        Set<String> queues,
        Set<String> readBuckets,
        Set<String> writtenBuckets,
        boolean maps) {
    private static final String LAMBDA = "arn:aws:states:::lambda:invoke";
    private static final String EXECUTION = "arn:aws:states:::states:startExecution.sync:2";
    private static final String LOOK = "arn:aws:states:::aws-sdk:sfn:describeExecution";
    private static final String MESSAGE = "arn:aws:states:::sqs:sendMessage";
    private static final String TOKEN = ".waitForTaskToken";

    /// Reads them off a file.
    ///
    /// *Errors*: `IllegalArgumentException` for a kind of task that no role is known for.
    static MachineNeeds of(MachineFile machine) {
        MachineNeeds needs = new MachineNeeds(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                machine.states().stream().anyMatch(MachineNeeds::isDistributed));
        machine.states().forEach(state -> needs.add(machine, state));
        return needs;
    }

    /// The machines that have to be there before it.
    Set<String> others() {
        Set<String> others = new LinkedHashSet<>(machines);
        others.addAll(watched);
        return others;
    }

    private void add(MachineFile machine, JsonNode state) {
        if (state.path("Type").asText().equals("Task")) {
            task(machine, state);
        }
        if (state.has("ItemReader")) {
            known(machine, state.at("/ItemReader/Resource").asText(), "arn:aws:states:::s3:getObject");
            readBuckets.add(machine.placeholder(state, "/ItemReader/Arguments/Bucket"));
        }
        if (state.has("ResultWriter")) {
            known(machine, state.at("/ResultWriter/Resource").asText(), "arn:aws:states:::s3:putObject");
            writtenBuckets.add(machine.placeholder(state, "/ResultWriter/Arguments/Bucket"));
        }
    }

    private void task(MachineFile machine, JsonNode state) {
        switch (state.path("Resource").asText().replace(TOKEN, "")) {
            case LAMBDA -> functions.add(machine.placeholder(state, "/Arguments/FunctionName"));
            case EXECUTION -> machines.add(machine.placeholder(state, "/Arguments/StateMachineArn"));
            case LOOK -> watched.add(machine.placeholderIn(state, "/Arguments/ExecutionArn"));
            case MESSAGE -> queues.add(machine.placeholder(state, "/Arguments/QueueUrl"));
            default -> throw unknown(machine, state.path("Resource").asText());
        }
    }

    private static void known(MachineFile machine, String resource, String expected) {
        if (!resource.equals(expected)) {
            throw unknown(machine, resource);
        }
    }

    private static IllegalArgumentException unknown(MachineFile machine, String resource) {
        return new IllegalArgumentException(
                "%s.asl.json uses %s; say in MachineNeeds and MachineRole what a role needs for it"
                        .formatted(machine.name(), resource));
    }

    private static boolean isDistributed(JsonNode state) {
        return state.at("/ItemProcessor/ProcessorConfig/Mode").asText().equals("DISTRIBUTED");
    }
}
