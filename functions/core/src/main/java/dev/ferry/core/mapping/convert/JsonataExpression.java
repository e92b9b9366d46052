package dev.ferry.core.mapping.convert;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.ferry.core.mapping.convert.ValueSource.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A compiled JSONata expression, bounded in steps and depth: a bound in time would make the outcome depend on the
/// load of the machine.
///
/// *Threading*: for use by many threads; the interpreter keeps state while it evaluates, so each evaluation borrows
/// an interpreter of its own from a pool.
public final class JsonataExpression {
    private static final int MOST_STEPS = 1_000_000;
    private static final int GREATEST_DEPTH = 200;

    private final String text;
    private final PhaseReads reads;
    private final @Nullable ExpressionMemory memory;
    private final Queue<Jsonata> idle = new ConcurrentLinkedQueue<>();

    /// *Errors*: `JException` when the text does not parse.
    public JsonataExpression(String text) {
        this.text = text;
        this.reads = ExpressionReads.of(text);
        this.memory = ExpressionMemory.of(reads);
        idle.add(interpreter(text));
    }

    /// What it can read.
    PhaseReads reads() {
        return reads;
    }

    /// The value over an item; null when the expression yields nothing, [Unreadable] when it fails.
    public @Nullable Object read(ItemScope scope) {
        return memory == null ? interpret(scope) : memory.result(scope, () -> interpret(scope));
    }

    private @Nullable Object interpret(ItemScope scope) {
        Jsonata borrowed = idle.poll();
        Jsonata interpreter = borrowed == null ? interpreter(text) : borrowed;
        try {
            return data(evaluate(interpreter, scope));
        } finally {
            idle.add(interpreter);
        }
    }

    // The interpreter would look through the whole record for types that JSON does not have, at each evaluation.
    private static Jsonata interpreter(String text) {
        Jsonata interpreter = Jsonata.jsonata(text);
        interpreter.setValidateInput(false);
        return interpreter;
    }

    // The interpreter lets exceptions of every kind escape (casts, indices, depth) on data its author did not
    // foresee;
    // one bad record must not fail its neighbours. Its messages may quote data, so only the code goes on.
    private static @Nullable Object evaluate(Jsonata interpreter, ItemScope scope) {
        Jsonata.Frame frame = interpreter.createFrame();
        bound(frame);
        frame.bind("record", scope.record());
        frame.bind("batch", scope.batch());
        try {
            return interpreter.evaluate(scope.item(), frame);
        } catch (JException e) {
            return new Unreadable(String.valueOf(e.getError()));
        } catch (RuntimeException e) {
            return new Unreadable(e.getClass().getSimpleName());
        }
    }

    private static void bound(Jsonata.Frame frame) {
        int[] steps = new int[1];
        int[] depth = new int[1];
        frame.setEvaluateEntryCallback((expression, input, scope) -> {
            if (++steps[0] > MOST_STEPS || ++depth[0] > GREATEST_DEPTH) {
                throw new JException("BOUNDS", -1);
            }
        });
        frame.setEvaluateExitCallback((expression, input, scope, result) -> depth[0]--);
    }

    private static @Nullable Object data(@Nullable Object result) {
        return switch (result) {
            case null -> null;
            case String string when string.isBlank() -> null;
            case List<?> list when list.isEmpty() -> null;
            case String string -> string;
            case Number number -> number;
            case Boolean flag -> flag;
            case List<?> list -> list;
            case Map<?, ?> map -> map;
            case Unreadable unreadable -> unreadable;
            default -> new Unreadable("no JSON value");
        };
    }
}
