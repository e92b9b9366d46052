package dev.ferry.intercom.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.budget.Purpose;
import dev.ferry.core.budget.RequestBudget;
import dev.ferry.core.budget.Slot;
import dev.ferry.core.budget.Turn;
import dev.ferry.core.time.Sleeper;
import dev.ferry.http.Exchange;
import dev.ferry.http.Json;
import dev.ferry.http.Wire;
import dev.ferry.http.WireRequest;
import dev.ferry.http.WireResponse;
import dev.ferry.intercom.client.ErrorCode;
import dev.ferry.intercom.client.IntercomConfig;
import dev.ferry.intercom.client.IntercomException;
import dev.ferry.intercom.client.internal.ApiRequest.Repetition;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Sends requests to Intercom until they are answered or must not be repeated. Every attempt takes its own turn.
///
/// | Answer | Told to the budget | Attempted again |
/// |---|---|---|
/// | 2xx | accepted | |
/// | 429 | the timeline is pushed for everybody | when the budget gives a turn again, whatever the call |
/// | 401 | the breaker opens for everybody | no |
/// | 400 "too many recent replies" | accepted | after 15 s, whatever the call |
/// | 408, 5xx, silence | accepted, nothing | only what may be repeated, after 0.5, 1 and 2 s |
/// | other 4xx | accepted | no |
///
/// *Threading*: safe; blocks the calling thread.
public final class ApiTransport {
    // A conversation comes back with 500 parts and their texts.
    private static final int MAX_DOCUMENT = 128 << 20;

    private final IntercomConfig config;
    private final Wire wire;
    private final RequestBudget budget;
    private final Sleeper sleeper;
    private final WindowLimit limit;

    /// A transport to a workspace, under a budget.
    ///
    /// @param limit is told of the limit that answers announce
    public ApiTransport(IntercomConfig config, Wire wire, RequestBudget budget, Sleeper sleeper, WindowLimit limit) {
        this.config = config;
        this.wire = wire;
        this.budget = budget;
        this.sleeper = sleeper;
        this.limit = limit;
    }

    /// The document of the successful answer; an empty object for an answer without one. Throws
    /// [IntercomException] otherwise.
    public JsonNode send(ApiRequest request) {
        Attempts attempts = new Attempts(request);
        while (true) {
            Slot slot = turn(request, attempts.purpose());
            switch (wire.send(signed(request))) {
                case Exchange.Answer(WireResponse answer) -> {
                    answer.header("X-RateLimit-Limit").ifPresent(limit::announced);
                    answer.header("X-RateLimit-Remaining").ifPresent(limit::remaining);
                    if (answer.isSuccess()) {
                        budget.accepted(slot);
                        return document(request, answer);
                    }
                    IntercomException refusal = Refusals.of(request, answer);
                    tell(slot, refusal);
                    attempts.waitOrThrow(refusal);
                }
                case Exchange.Silence silence -> {
                    IntercomException failure = Refusals.of(request, silence);
                    if (silence.sent()) {
                        attempts.waitOrThrow(failure);
                    } else {
                        attempts.waitForServer(failure);
                    }
                }
                case Exchange.Interrupted _ -> throw Refusals.of(request, ErrorCode.INTERRUPTED);
            }
        }
    }

    private WireRequest signed(ApiRequest request) {
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + config.token().value(),
                "Accept",
                "application/json",
                "Intercom-Version",
                config.version());
        return new WireRequest(
                request.method(), URI.create(config.host() + request.path()), headers, request.body(), false);
    }

    private Slot turn(ApiRequest request, Purpose purpose) {
        try {
            return switch (budget.take(purpose)) {
                case Turn.Go(Slot slot) -> slot;
                case Turn.Parked(Instant until) -> throw Refusals.parked(request, until);
                case Turn.Halted _ -> throw Refusals.of(request, ErrorCode.TOKEN_REFUSED);
            };
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Refusals.of(request, ErrorCode.INTERRUPTED);
        }
    }

    private void tell(Slot slot, IntercomException refusal) {
        switch (refusal.failure().status()) {
            case 429 -> budget.throttled(slot);
            case 401 ->
                budget.keyRefused(
                        slot,
                        refusal.failure().reason().isEmpty()
                                ? "401"
                                : refusal.failure().reason());
            default -> budget.accepted(slot);
        }
    }

    private static JsonNode document(ApiRequest request, WireResponse answer) {
        try {
            byte[] bytes = answer.bytes(MAX_DOCUMENT);
            return bytes.length == 0 ? Json.object() : Json.parse(bytes);
        } catch (IOException notJson) {
            throw Refusals.of(request, ErrorCode.MALFORMED_ANSWER);
        }
    }

    /// The attempts of one request so far.
    private final class Attempts {
        private final ApiRequest request;
        private int throttled;
        private int faulty;
        private int replies;
        private int scrolls;

        Attempts(ApiRequest request) {
            this.request = request;
        }

        Purpose purpose() {
            return throttled + faulty + replies + scrolls == 0 ? Purpose.WORK : Purpose.RETRY;
        }

        /// Returns when another attempt may be made.
        void waitOrThrow(IntercomException failure) {
            switch (failure.code()) {
                case THROTTLED -> {
                    if (throttled++ >= config.retry().throttled()) {
                        throw failure;
                    }
                }
                case TOO_MANY_REPLIES -> pause(config.retry().tooManyReplies(), replies++, failure);
                case SCROLL_OPEN -> pause(config.retry().scrollOpen(), scrolls++, failure);
                case UNAVAILABLE, NO_ANSWER -> {
                    if (request.repetition() == Repetition.NEVER) {
                        throw failure;
                    }
                    waitForServer(failure);
                }
                case REFUSED, TOKEN_REFUSED, NOT_ALLOWED, NOT_FOUND, CONFLICT, MALFORMED_ANSWER, PARKED, INTERRUPTED ->
                    throw failure;
            }
        }

        /// The same for a request that certainly was not carried out.
        void waitForServer(IntercomException failure) {
            pause(config.retry().faulty(), faulty++, failure);
        }

        private void pause(List<Duration> waits, int before, IntercomException failure) {
            if (before >= waits.size()) {
                throw failure;
            }
            try {
                sleeper.sleep(waits.get(before));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw Refusals.of(request, ErrorCode.INTERRUPTED);
            }
        }
    }
}
