package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.timing.Timekeeper;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Takes answers and heartbeats to the tasks that wait for them.
///
/// An answer is in the task's journal before the sender hears of it, so a token is good across restarts.
///
/// *Threading*: safe for concurrent use.
final class TokenDesk {

    private static final String PREFIX = "AQCEAAAAKgAAAAMAAAAA";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[\\w-]+");

    private final Timekeeper timekeeper;
    private final Chance chance;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    TokenDesk(Timekeeper timekeeper, Chance chance) {
        this.timekeeper = timekeeper;
        this.chance = chance;
    }

    /// What became of an answer or heartbeat.
    enum Receipt {
        /// It reached its task.
        TAKEN,
        /// The task has ended.
        TIMED_OUT,
        /// This service never made such a token.
        INVALID
    }

    String newToken() {
        var random = chance.uuid().toString() + chance.uuid();
        return PREFIX
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(random.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /// The waiting task of a token, registered on the first call.
    Pending expect(String token, Execution execution, String frame) {
        return pending.computeIfAbsent(token, ignored -> new Pending(execution, frame, timekeeper));
    }

    void forget(String token) {
        pending.remove(token);
    }

    Receipt answer(String token, ObjectNode answer) {
        var task = pending.remove(token);
        if (task == null) {
            return unknown(token);
        }
        try {
            task.execution.log().append(answer.put("k", "answer").put("f", task.frame));
        } catch (Halted e) {
            return Receipt.TIMED_OUT;
        }
        task.signal();
        return Receipt.TAKEN;
    }

    Receipt beat(String token) {
        var task = pending.get(token);
        if (task == null) {
            return unknown(token);
        }
        task.lastBeat = timekeeper.now();
        task.signal();
        return Receipt.TAKEN;
    }

    private static Receipt unknown(String token) {
        return SHAPE.matcher(token).matches() ? Receipt.TIMED_OUT : Receipt.INVALID;
    }

    /// A task that waits for its token.
    static final class Pending {
        private final Execution execution;
        private final String frame;
        private final Timekeeper timekeeper;
        private Timekeeper.Latch latch;
        private volatile Instant lastBeat;

        Pending(Execution execution, String frame, Timekeeper timekeeper) {
            this.execution = execution;
            this.frame = frame;
            this.timekeeper = timekeeper;
            this.latch = timekeeper.latch();
            this.lastBeat = timekeeper.now();
        }

        /// The latch that the next answer or heartbeat opens; to be taken before looking for an answer.
        synchronized Timekeeper.Latch latch() {
            return latch;
        }

        Instant lastBeat() {
            return lastBeat;
        }

        private synchronized void signal() {
            latch.open();
            latch = timekeeper.latch();
        }
    }
}
