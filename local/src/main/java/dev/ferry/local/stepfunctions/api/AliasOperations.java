package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.machines.Machine;
import dev.ferry.local.stepfunctions.machines.MachineRegistry;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Operations on aliases of state machines.
final class AliasOperations {

    private static final String NAME = "^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$";
    private static final int MOST_ROUTES = 2;
    private static final int LONGEST_NAME = 80;

    private final MachineRegistry machines;
    private final Account account;

    AliasOperations(MachineRegistry machines, Account account) {
        this.machines = machines;
        this.account = account;
    }

    private record Found(Machine machine, Machine.Alias alias) {}

    private Found find(Request request) {
        var arn = request.arn("stateMachineAliasArn", "stateMachine");
        return machines.owner(arn)
                .filter(machine -> !machine.arn().equals(arn))
                .flatMap(machine ->
                        machine.alias(arn.substring(arn.lastIndexOf(':') + 1)).map(alias -> new Found(machine, alias)))
                .orElseThrow(() ->
                        new ServiceException("ResourceNotFound", "Request references a resource that does not exist."));
    }

    JsonNode create(Request request) {
        var name = request.required("name");
        if (name.length() > LONGEST_NAME) {
            throw ServiceException.constraint(name, "name", "have length less than or equal to 80");
        }
        if (!name.matches(NAME)) {
            throw ServiceException.constraint(name, "name", "satisfy regular expression pattern: " + NAME);
        }
        var routes = routes(request);
        var machine = machines.owner(routes.getFirst().versionArn())
                .orElseThrow(() -> ServiceException.noMachine(routes.getFirst().versionArn()));
        var known = machine.alias(name);
        boolean same = known.filter(alias -> alias.routes().equals(routes))
                .filter(alias -> java.util.Objects.equals(alias.description(), request.orNull("description")))
                .isPresent();
        if (known.isPresent() && !same) {
            throw new ServiceException(
                    "ConflictException",
                    "Failed to create alias because an alias with the same name and a different routing configuration already exists.");
        }
        var alias = known.orElseGet(
                () -> new Machine.Alias(name, request.orNull("description"), routes, account.now(), account.now()));
        machines.put(machine.withAlias(alias));
        return Json.object()
                .put("creationDate", Account.date(alias.created()))
                .put("stateMachineAliasArn", machine.arn() + ":" + name);
    }

    private List<Machine.Route> routes(Request request) {
        var routes = new ArrayList<Machine.Route>();
        int index = 1;
        for (var route : request.body().path("routingConfiguration")) {
            int weight = route.path("weight").asInt();
            if (weight > 100 || weight < 0) {
                throw ServiceException.constraint(
                        String.valueOf(weight),
                        "routingConfiguration." + index + ".member.weight",
                        weight > 100
                                ? "have value less than or equal to 100"
                                : "have value greater than or equal to 0");
            }
            routes.add(new Machine.Route(route.path("stateMachineVersionArn").asText(), weight));
            index++;
        }
        check(routes);
        return routes;
    }

    private void check(List<Machine.Route> routes) {
        if (routes.isEmpty() || routes.size() > MOST_ROUTES) {
            var shown = routes.stream()
                    .map(route -> "RoutingConfigurationListItem(stateMachineVersionArn=%s, weight=%d)"
                            .formatted(route.versionArn(), route.weight()))
                    .collect(Collectors.joining(", ", "[", "]"));
            throw ServiceException.constraint(
                    shown,
                    "routingConfiguration",
                    routes.isEmpty()
                            ? "have length greater than or equal to 1"
                            : "have length less than or equal to " + MOST_ROUTES);
        }
        var arns = routes.stream().map(Machine.Route::versionArn).toList();
        if (arns.stream().anyMatch(arn -> !arn.matches(".*:\\d+"))) {
            throw ServiceException.validation(
                    "Routing configuration must contain state machine version ARNs. Received: " + arns);
        }
        if (arns.stream().distinct().count() < arns.size()) {
            throw ServiceException.validation(
                    "Routing configuration must contain distinct state machine version ARNs. Received: " + arns);
        }
        var weights = routes.stream().map(Machine.Route::weight).toList();
        if (weights.stream().mapToInt(Integer::intValue).sum() != 100) {
            throw ServiceException.validation(
                    "Sum of routing configuration weights must equal 100. Received: " + weights);
        }
        for (var arn : arns) {
            var known = machines.owner(arn)
                    .flatMap(machine -> VersionOperations.version(machine, arn.substring(arn.lastIndexOf(':') + 1)));
            if (known.isEmpty()) {
                throw new ServiceException("ResourceNotFound", "Request references a resource that does not exist.");
            }
        }
    }

    JsonNode update(Request request) {
        var found = find(request);
        var routes = request.body().has("routingConfiguration")
                ? routes(request)
                : found.alias().routes();
        var changed = new Machine.Alias(
                found.alias().name(),
                request.text("description").orElse(found.alias().description()),
                routes,
                found.alias().created(),
                account.now());
        machines.put(found.machine().withAlias(changed));
        return Json.object().put("updateDate", Account.date(changed.updated()));
    }

    JsonNode describe(Request request) {
        var found = find(request);
        var alias = found.alias();
        var answer = Json.object()
                .put("stateMachineAliasArn", found.machine().arn() + ":" + alias.name())
                .put("name", alias.name())
                .put("creationDate", Account.date(alias.created()))
                .put("updateDate", Account.date(alias.updated()));
        if (alias.description() != null) {
            answer.put("description", alias.description());
        }
        var routes = answer.putArray("routingConfiguration");
        alias.routes().forEach(route -> routes.add(shown(route)));
        return answer;
    }

    private static ObjectNode shown(Machine.Route route) {
        return Json.object().put("stateMachineVersionArn", route.versionArn()).put("weight", route.weight());
    }

    JsonNode list(Request request) {
        var arn = request.arn("stateMachineArn", "stateMachine");
        var machine = machines.owner(arn).orElseThrow(() -> ServiceException.noMachine(arn));
        var aliases = machine.aliases().stream()
                .filter(alias -> machine.arn().equals(arn)
                        || alias.routes().stream()
                                .anyMatch(route -> route.versionArn().equals(arn)))
                .toList();
        return request.page()
                .of(
                        aliases,
                        "stateMachineAliases",
                        alias -> Json.object()
                                .put("stateMachineAliasArn", machine.arn() + ":" + alias.name())
                                .put("creationDate", Account.date(alias.created())));
    }

    JsonNode delete(Request request) {
        var found = find(request);
        machines.put(found.machine().withoutAlias(found.alias().name()));
        return Json.object();
    }
}
