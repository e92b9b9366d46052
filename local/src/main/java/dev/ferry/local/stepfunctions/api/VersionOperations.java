package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.machines.Machine;
import dev.ferry.local.stepfunctions.machines.MachineRegistry;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.Comparator;
import java.util.Optional;

/// Operations on versions of state machines.
final class VersionOperations {

    private final MachineRegistry machines;
    private final Account account;

    VersionOperations(MachineRegistry machines, Account account) {
        this.machines = machines;
        this.account = account;
    }

    static Optional<Machine.Version> version(Machine machine, String qualifier) {
        return qualifier.matches("\\d{1,9}") ? machine.version(Integer.parseInt(qualifier)) : Optional.empty();
    }

    JsonNode publish(Request request) {
        var arn = request.arn("stateMachineArn", "stateMachine");
        var machine = machines.find(arn).orElseThrow(() -> ServiceException.noMachine(arn));
        var wanted = request.text("revisionId");
        if (wanted.isPresent() && !wanted.get().equals(machine.revisionId())) {
            throw new ServiceException(
                    "ConflictException",
                    "Failed to publish the State Machine version for revision %s. The current State Machine revision is %s."
                            .formatted(wanted.get(), machine.revisionId()));
        }
        var published = machine.publishedOnce(request.orNull("description"), account.now());
        machines.put(published);
        var created = published
                .version(published.lastVersion())
                .map(Machine.Version::created)
                .orElse(account.now());
        return Json.object()
                .put("creationDate", Account.date(created))
                .put("stateMachineVersionArn", arn + ":" + published.lastVersion());
    }

    JsonNode list(Request request) {
        var arn = request.arn("stateMachineArn", "stateMachine");
        var machine = machines.find(arn).orElseThrow(() -> ServiceException.noMachine(arn));
        var latestFirst = machine.versions().stream()
                .sorted(Comparator.comparingInt(Machine.Version::number).reversed())
                .toList();
        return request.page()
                .of(
                        latestFirst,
                        "stateMachineVersions",
                        version -> Json.object()
                                .put("stateMachineVersionArn", arn + ":" + version.number())
                                .put("creationDate", Account.date(version.created())));
    }

    JsonNode delete(Request request) {
        var arn = request.arn("stateMachineVersionArn", "stateMachine");
        machines.owner(arn).filter(machine -> !machine.arn().equals(arn)).ifPresent(machine -> {
            var using = machine.aliases().stream()
                    .filter(alias -> alias.routes().stream()
                            .anyMatch(route -> route.versionArn().equals(arn)))
                    .map(Machine.Alias::name)
                    .toList();
            if (!using.isEmpty()) {
                throw new ServiceException(
                        "ConflictException",
                        "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: "
                                + using);
            }
            version(machine, arn.substring(arn.lastIndexOf(':') + 1))
                    .ifPresent(version -> machines.put(machine.withoutVersion(version.number())));
        });
        return Json.object();
    }
}
