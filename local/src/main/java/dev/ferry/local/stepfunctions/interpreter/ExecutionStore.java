package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.journal.Journals;
import dev.ferry.local.stepfunctions.timing.Timekeeper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The executions and Map Runs of one service, and their journals: one for each execution, and one for each Map Run
/// with all of its children.
///
/// *Threading*: safe for concurrent use.
final class ExecutionStore implements AutoCloseable {

    private static final String EXECUTIONS = "executions/";
    private static final String MAP_RUNS = "mapruns/";

    private final Journals journals;
    private final Timekeeper timekeeper;
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final List<Execution> inOrder = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, MapRun> mapRuns = new ConcurrentHashMap<>();
    private final Map<String, Journals.Journal> open = new ConcurrentHashMap<>();

    private volatile boolean closed;

    ExecutionStore(Journals journals, Timekeeper timekeeper) {
        this.journals = journals;
        this.timekeeper = timekeeper;
    }

    /// Replays every journal.
    void load() {
        journals.names(EXECUTIONS).forEach(this::loadExecution);
        journals.names(MAP_RUNS).forEach(this::loadMapRun);
        inOrder.sort((left, right) ->
                left.origin().started().compareTo(right.origin().started()));
    }

    private void loadExecution(String name) {
        var records = journals.read(name);
        if (records.isEmpty()) {
            return;
        }
        var start = records.getFirst();
        var execution = execution(
                Program.fromJson(start.path("program")), Origin.fromJson(start), record -> write(name, record));
        records.forEach(execution.log()::replay);
        remember(execution);
    }

    private void loadMapRun(String name) {
        var records = journals.read(name);
        if (records.isEmpty()) {
            return;
        }
        var run = new MapRun(records.getFirst(), record -> write(name, record));
        var children = new TreeMap<Integer, Execution>();
        for (var record : records) {
            if (!record.has("x")) {
                run.replay(record);
            } else if (record.path("k").asText().equals("start")) {
                var child = child(run, Origin.fromJson(record), name);
                children.put(child.origin().index(), child);
                run.add(child);
                remember(child);
            } else {
                var child = children.get(record.path("x").asInt());
                if (child != null) {
                    child.log().replay(record);
                }
            }
            if (record.path("k").asText().equals("redrive") && record.has("x")) {
                run.takeRedrive(record.path("x").asInt());
            }
        }
        mapRuns.put(run.arn(), run);
    }

    private Execution execution(Program program, Origin origin, java.util.function.Consumer<ObjectNode> sink) {
        return new Execution(origin, program, new ExecutionLog(timekeeper::now, sink));
    }

    private Execution child(MapRun run, Origin origin, String journal) {
        return execution(run.program(), origin, record -> write(journal, record.put("x", origin.index())));
    }

    Execution create(Program program, Origin origin) {
        var name = EXECUTIONS + fileName(origin.arn());
        var execution = execution(program, origin, record -> write(name, record));
        var start = origin.toJson().put("k", "start");
        start.set("program", program.toJson());
        write(name, start);
        remember(execution);
        return execution;
    }

    Execution createChild(MapRun run, Origin origin) {
        var name = MAP_RUNS + fileName(run.arn());
        var child = child(run, origin, name);
        write(name, origin.toJson().put("k", "start").put("x", origin.index()));
        run.add(child);
        remember(child);
        return child;
    }

    MapRun mapRun(MapRun.Plan plan) {
        return mapRuns.computeIfAbsent(plan.arn(), arn -> {
            var name = MAP_RUNS + fileName(arn);
            var head = plan.toJson(timekeeper.now());
            write(name, head);
            return new MapRun(head, record -> write(name, record));
        });
    }

    Optional<MapRun> findMapRun(String arn) {
        return Optional.ofNullable(mapRuns.get(arn));
    }

    List<MapRun> mapRuns(String executionArn) {
        var found = new ArrayList<MapRun>();
        mapRuns.values().stream()
                .filter(run -> run.executionArn().equals(executionArn))
                .forEach(found::add);
        found.sort((left, right) -> right.started().compareTo(left.started()));
        return found;
    }

    Optional<Execution> find(String arn) {
        return Optional.ofNullable(executions.get(arn));
    }

    List<Execution> all() {
        synchronized (inOrder) {
            return List.copyOf(inOrder).reversed();
        }
    }

    private void remember(Execution execution) {
        executions.put(execution.origin().arn(), execution);
        inOrder.add(execution);
    }

    private void write(String name, ObjectNode record) {
        if (closed) {
            throw new Halted();
        }
        open.computeIfAbsent(name, journals::open).append(record);
    }

    /// Lets go of the journal of an execution that has ended.
    void ended(Execution execution) {
        if (execution.origin().mapRunArn() == null) {
            close(EXECUTIONS + fileName(execution.origin().arn()));
        }
    }

    private void close(String name) {
        var journal = open.remove(name);
        if (journal != null) {
            journal.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(open.keySet()).forEach(this::close);
    }

    private static String fileName(String arn) {
        var tail = arn.substring(arn.indexOf(':', 35) + 1).replaceAll("[^A-Za-z0-9_-]", "_");
        return "%s-%08x".formatted(tail.length() > 100 ? tail.substring(tail.length() - 100) : tail, arn.hashCode());
    }
}
