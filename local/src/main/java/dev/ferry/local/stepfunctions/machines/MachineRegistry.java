package dev.ferry.local.stepfunctions.machines;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ferry.local.stepfunctions.interpreter.Program;
import dev.ferry.local.stepfunctions.interpreter.Programs;
import dev.ferry.local.stepfunctions.journal.Journals;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.query.Json;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The state machines of one service.
///
/// *Threading*: safe for concurrent use; one lock guards all machines.
public final class MachineRegistry implements Programs, AutoCloseable {

    private static final String JOURNAL = "machines";

    private final Chance chance;
    private final Journals.Journal journal;
    private final Map<String, Machine> machines = new LinkedHashMap<>();

    /// The machines that the journals tell of.
    public MachineRegistry(Journals journals, Chance chance) {
        this.chance = chance;
        for (var record : journals.read(JOURNAL)) {
            if (record.has("machine")) {
                var machine = machine(record.get("machine"));
                machines.put(machine.arn(), machine);
            } else {
                machines.remove(record.path("deleted").asText());
            }
        }
        this.journal = journals.open(JOURNAL);
    }

    private static Machine machine(com.fasterxml.jackson.databind.JsonNode json) {
        try {
            return Json.MAPPER.treeToValue(json, Machine.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The machine journal has a record that is no machine", e);
        }
    }

    /// Keeps a machine, in place of the one with its ARN.
    public synchronized void put(Machine machine) {
        var record = Json.object();
        record.set("machine", Json.MAPPER.valueToTree(machine));
        journal.append(record);
        machines.put(machine.arn(), machine);
    }

    /// Forgets a machine with its versions and aliases; running executions go on.
    public synchronized void delete(String arn) {
        if (machines.containsKey(arn)) {
            journal.append(Json.object().put("deleted", arn));
            machines.remove(arn);
        }
    }

    /// The machine of exactly that ARN.
    public synchronized Optional<Machine> find(String arn) {
        return Optional.ofNullable(machines.get(arn));
    }

    /// All machines, by name.
    public synchronized List<Machine> all() {
        return machines.values().stream()
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .toList();
    }

    /// The machine that an ARN of it, of a version or of an alias belongs to.
    public Optional<Machine> owner(String arn) {
        var exact = find(arn);
        return exact.isPresent() ? exact : find(arn.replaceFirst(":[^:]+$", ""));
    }

    @Override
    public Optional<Program> program(String arn) {
        var exact = find(arn);
        if (exact.isPresent()) {
            return exact.map(machine -> program(machine, null, null));
        }
        int colon = arn.lastIndexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        var qualifier = arn.substring(colon + 1);
        return find(arn.substring(0, colon)).flatMap(machine -> qualified(machine, qualifier, arn));
    }

    private Optional<Program> qualified(Machine machine, String qualifier, String arn) {
        if (qualifier.matches("\\d{1,9}")) {
            return machine.version(Integer.parseInt(qualifier)).map(version -> program(machine, version, null));
        }
        return machine.alias(qualifier).flatMap(alias -> {
            double drawn = chance.number() * 100;
            for (var route : alias.routes()) {
                drawn -= route.weight();
                if (drawn < 0) {
                    var number = route.versionArn().substring(route.versionArn().lastIndexOf(':') + 1);
                    return machine.version(Integer.parseInt(number)).map(version -> program(machine, version, arn));
                }
            }
            return Optional.empty();
        });
    }

    private static Program program(
            Machine machine,
            Machine.@org.jspecify.annotations.Nullable Version version,
            @org.jspecify.annotations.Nullable String aliasArn) {
        return version == null
                ? new Program(
                        machine.arn(),
                        machine.name(),
                        machine.roleArn(),
                        machine.definition(),
                        machine.express(),
                        null,
                        null,
                        machine.revisionId())
                : new Program(
                        machine.arn(),
                        machine.name(),
                        version.roleArn(),
                        version.definition(),
                        machine.express(),
                        machine.arn() + ":" + version.number(),
                        aliasArn,
                        version.revisionId());
    }

    @Override
    public void close() {
        journal.close();
    }
}
