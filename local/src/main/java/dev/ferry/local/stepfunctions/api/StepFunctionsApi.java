package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.interpreter.Engine;
import dev.ferry.local.stepfunctions.machines.MachineRegistry;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.timing.Timekeeper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The operations of the API, by name.
///
/// *Shape*: requests and answers as on the wire, dates as seconds. *Errors*: [ServiceException].
/// *Threading*: safe for concurrent use.
public final class StepFunctionsApi {

    private interface Operation {
        JsonNode answer(Request request);
    }

    private final Map<String, Operation> operations = new HashMap<>();

    /// The API over the given machines and engine.
    public StepFunctionsApi(MachineRegistry machines, Engine engine, Owner owner) {
        var account = new Account(owner.accountId(), owner.region(), owner.timekeeper(), owner.chance());
        var machine = new MachineOperations(machines, account);
        operations.put("CreateStateMachine", machine::create);
        operations.put("UpdateStateMachine", machine::update);
        operations.put("DeleteStateMachine", machine::delete);
        operations.put("DescribeStateMachine", machine::describe);
        operations.put("ListStateMachines", machine::list);
        operations.put("ValidateStateMachineDefinition", machine::validate);
        var version = new VersionOperations(machines, account);
        operations.put("PublishStateMachineVersion", version::publish);
        operations.put("ListStateMachineVersions", version::list);
        operations.put("DeleteStateMachineVersion", version::delete);
        var alias = new AliasOperations(machines, account);
        operations.put("CreateStateMachineAlias", alias::create);
        operations.put("UpdateStateMachineAlias", alias::update);
        operations.put("DescribeStateMachineAlias", alias::describe);
        operations.put("ListStateMachineAliases", alias::list);
        operations.put("DeleteStateMachineAlias", alias::delete);
        var tag = new TagOperations(machines);
        operations.put("TagResource", tag::tag);
        operations.put("UntagResource", tag::untag);
        operations.put("ListTagsForResource", tag::list);
        offerExecutions(new ExecutionOperations(machines, engine, account), engine);
    }

    private void offerExecutions(ExecutionOperations execution, Engine engine) {
        operations.put("StartExecution", execution::start);
        operations.put("StartSyncExecution", execution::startSync);
        operations.put("DescribeExecution", execution::describe);
        operations.put("StopExecution", execution::stop);
        operations.put("RedriveExecution", execution::redrive);
        operations.put("ListExecutions", execution::list);
        operations.put("GetExecutionHistory", execution::history);
        operations.put("DescribeStateMachineForExecution", execution::describeMachine);
        var mapRun = new MapRunOperations(engine);
        operations.put("ListMapRuns", mapRun::list);
        operations.put("DescribeMapRun", mapRun::describe);
        operations.put("UpdateMapRun", mapRun::update);
        var task = new TaskOperations(engine);
        operations.put("SendTaskSuccess", task::succeed);
        operations.put("SendTaskFailure", task::fail);
        operations.put("SendTaskHeartbeat", task::beat);
    }

    /// Whose API it is, and its sources of time and chance.
    public record Owner(String accountId, String region, Timekeeper timekeeper, Chance chance) {}

    /// Answers one request.
    public JsonNode call(String operation, JsonNode request) {
        var known = operations.get(operation);
        if (known == null) {
            throw new ServiceException(
                    "UnknownOperationException", "The operation %s is not offered here".formatted(operation));
        }
        return known.answer(new Request(request));
    }

    /// The names of the operations on offer.
    public Set<String> operations() {
        return Set.copyOf(operations.keySet());
    }
}
