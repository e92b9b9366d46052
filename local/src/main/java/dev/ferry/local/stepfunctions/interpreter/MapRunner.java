package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.asl.QueryLanguage;
import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.jsonata.ExpressionText;
import dev.ferry.local.stepfunctions.jsonpath.PathEvaluator;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import dev.ferry.local.stepfunctions.query.Visible;

/// Runs one attempt at a Map state: the iterations of an inline one here, the children of a distributed one through
/// [DistributedMapRunner].
final class MapRunner {

    private static final int INLINE_CONCURRENCY = 40;

    private final Surroundings surroundings;
    private final DataFlow data;
    private final FrameRunner frames;
    private final DistributedMapRunner distributed;

    MapRunner(Surroundings surroundings, DataFlow data, FrameRunner frames) {
        this.surroundings = surroundings;
        this.data = data;
        this.frames = frames;
        this.distributed = new DistributedMapRunner(surroundings, data);
    }

    JsonNode run(Turn turn, State.MapState state) {
        return state.distributed() ? distributed.run(turn, state) : inline(turn, state);
    }

    private JsonNode inline(Turn turn, State.MapState state) {
        var head = state.head();
        var entered = data.entering(head, turn.visible());
        if (turn.find("container").isEmpty()) {
            var items = items(data.queries(), state, entered);
            var record = Json.object().put("k", "container");
            record.set("items", items);
            turn.event(
                    record,
                    "MapStateStarted",
                    "mapStateStartedEventDetails",
                    Json.object().put("length", items.size()));
        }
        int limit = concurrency(data.queries(), state, entered, INLINE_CONCURRENCY);
        MapThreshold.read(data.queries(), state, entered);
        var container = turn.find("container").orElseThrow();
        var items = container.path("items");
        var gang = new Gang(surroundings.timekeeper(), turn.frame().scope(), limit);
        var outputs = gang.run(items.size(), index -> iteration(turn, state, new Item(container, index), gang.scope()));
        turn.event("done", "MapStateSucceeded");
        return Json.MAPPER.createArrayNode().addAll(outputs);
    }

    /// One item of the list that the state's record holds.
    private record Item(ObjectNode container, int index) {
        JsonNode value() {
            return container.path("items").path(index);
        }
    }

    private Gang.Work iteration(Turn turn, State.MapState state, Item item, Scope scope) {
        int attempt = turn.frame().read(FrameLog::attempt);
        var context = mapItem(item.index(), item.value());
        var frame = new Frame(
                turn.frame().execution(),
                "%s/%d.%d.%d".formatted(turn.frame().path(), turn.enteredEvent(), attempt, item.index()),
                state.processor(),
                turn.frame(),
                scope,
                context);
        var details = Json.object().put("name", turn.name()).put("index", item.index());
        var log = turn.frame().execution().log();
        long started = frame.read(FrameLog::begun)
                ? 0
                : log.event(frame.path(), "MapIterationStarted", wrapped("Started", details), note());
        return () -> {
            boolean already = frame.read(FrameLog::finished);
            try {
                frame.begin(selected(turn, state, context), started);
                var output = frames.run(frame);
                if (!already) {
                    log.event(frame.path(), "MapIterationSucceeded", wrapped("Succeeded", details), note());
                }
                return output;
            } catch (StateFailure e) {
                log.event(frame.path(), "MapIterationFailed", wrapped("Failed", details), note());
                throw e;
            }
        };
    }

    private static ObjectNode note() {
        return Json.object().put("k", "iteration");
    }

    private static ObjectNode wrapped(String what, ObjectNode details) {
        var wrapped = Json.object();
        wrapped.set("mapIteration" + what + "EventDetails", details);
        return wrapped;
    }

    private JsonNode selected(Turn turn, State.MapState state, ObjectNode context) {
        try {
            return select(data, turn, state, context);
        } catch (QueryException e) {
            throw FrameRunner.failed(turn, e);
        }
    }

    /// The input of one iteration or child: the item, or what `ItemSelector` makes of it.
    static JsonNode select(DataFlow data, Turn turn, State.MapState state, ObjectNode context) {
        var head = state.head();
        var field = head.has("ItemSelector") ? "ItemSelector" : "Parameters";
        var template = head.fields().get(field);
        if (template == null) {
            return context.path("Item").path("Value");
        }
        return data.queries().template(head.language(), template, field, data.entering(head, turn.visible(context)));
    }

    static ObjectNode mapItem(int index, JsonNode value) {
        var item = Json.object().put("Index", index);
        item.set("Value", value);
        var context = Json.object();
        context.set("Item", item);
        return context;
    }

    static int concurrency(Queries queries, State.MapState state, Visible entered, int unlimited) {
        var setting = queries.setting(state.head(), "MaxConcurrency", entered);
        if (setting.isEmpty()) {
            return unlimited;
        }
        long limit = setting.get().whole();
        if (limit < 0) {
            throw QueryException.runtime("MaxConcurrency cannot be negative.");
        }
        return limit == 0 ? unlimited : (int) Math.min(limit, unlimited);
    }

    /// The list that the state goes over.
    static JsonNode items(Queries queries, State.MapState state, Visible entered) {
        var head = state.head();
        if (head.language() == QueryLanguage.JSONPATH) {
            var path = head.text("ItemsPath", "$");
            var items = PathEvaluator.require(path, entered);
            if (!items.isArray()) {
                throw QueryException.runtime("Reference path \"%s\" must point to array, but it points to %s."
                        .formatted(path, Json.typeName(items)));
            }
            return items;
        }
        var written = head.fields().get("Items");
        if (written == null) {
            if (!entered.input().isArray()) {
                throw QueryException.jsonata(
                        null, "Map state input must be an array but was: " + Json.text(entered.input()));
            }
            return entered.input();
        }
        var items = queries.template(QueryLanguage.JSONATA, written, "Items", entered);
        if (!items.isArray() && !(state.distributed() && items.isObject())) {
            throw QueryException.jsonata(
                    "Items",
                    "The JSONata expression '%s' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was '%s' for value: %s"
                            .formatted(
                                    ExpressionText.isExpression(written.asText())
                                            ? ExpressionText.inside(written.asText())
                                            : Json.text(written),
                                    Json.typeName(items),
                                    Json.text(items)));
        }
        return items;
    }
}
