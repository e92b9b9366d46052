package dev.ferry.asapp.client.internal;

import dev.ferry.asapp.client.ApiKey;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.AsappException.Failure;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.RetryPolicy;
import dev.ferry.core.budget.Purpose;
import dev.ferry.core.budget.Refusal;
import dev.ferry.core.budget.RequestBudget;
import dev.ferry.core.budget.Slot;
import dev.ferry.core.budget.Turn;
import dev.ferry.core.time.Sleeper;
import dev.ferry.http.Exchange;
import dev.ferry.http.Wire;
import dev.ferry.http.WireResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Sends requests to ASAPP until they are answered or must not be repeated. Every attempt takes its own turn.
///
/// | Answer | Told to the budget | Attempted again |
/// |---|---|---|
/// | 2xx | accepted | |
/// | 429 | the timeline is pushed for everybody | after 1, 2 and 4 s |
/// | 401 | the breaker opens for everybody | no |
/// | other 4xx | accepted | no |
/// | 5xx, silence | accepted, nothing | after 250, 500 and 1,000 ms |
///
/// *Threading*: safe; blocks the calling thread.
public final class ApiTransport {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAUTHORIZED = 401;

    private final URI host;
    private final ApiKey key;
    private final Wire wire;
    private final RequestBudget budget;
    private final Patience patience;

    /// How long and how to wait between attempts.
    public record Patience(RetryPolicy policy, Sleeper sleeper) {}

    /// A transport to a host, under a budget.
    public ApiTransport(URI host, ApiKey key, Wire wire, RequestBudget budget, Patience patience) {
        this.host = host;
        this.key = key;
        this.wire = wire;
        this.budget = budget;
        this.patience = patience;
    }

    /// The successful answer. Throws [AsappException] otherwise.
    public ApiResponse send(ApiRequest request) {
        int throttled = 0;
        int faulty = 0;
        while (true) {
            Slot slot = turn(request, throttled + faulty == 0 ? Purpose.WORK : Purpose.RETRY);
            switch (wire.send(request.signed(host, key))) {
                case Exchange.Answer(WireResponse answer)
                when answer.isSuccess() -> {
                    budget.accepted(slot);
                    return new ApiResponse(request, answer);
                }
                case Exchange.Answer(WireResponse answer) -> {
                    AsappException refusal = Refusals.of(request, answer);
                    tell(slot, refusal);
                    switch (refusal.code()) {
                        case THROTTLED -> waitOrThrow(request, patience.policy().throttled(), throttled++, refusal);
                        case UNAVAILABLE ->
                            waitOrThrow(request, patience.policy().faulty(), faulty++, refusal);
                        default -> throw refusal;
                    }
                }
                case Exchange.Silence silence -> {
                    AsappException failure = Refusals.of(request, silence);
                    if (!request.repeatable() && silence.sent()) {
                        throw failure;
                    }
                    waitOrThrow(request, patience.policy().faulty(), faulty++, failure);
                }
                case Exchange.Interrupted _ -> throw Refusals.interrupted(request);
            }
        }
    }

    private Slot turn(ApiRequest request, Purpose purpose) {
        try {
            return switch (budget.take(purpose)) {
                case Turn.Go(Slot slot) -> slot;
                case Turn.Parked(Instant until) ->
                    throw new AsappException(ErrorCode.DAY_SPENT, new Failure(request.attempted(), 0, "", "", until));
                case Turn.Halted(Refusal refusal) ->
                    throw new AsappException(
                            ErrorCode.KEY_REFUSED, new Failure(request.attempted(), 0, refusal.reason(), "", null));
            };
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Refusals.interrupted(request);
        }
    }

    private void tell(Slot slot, AsappException refusal) {
        switch (refusal.status()) {
            case TOO_MANY_REQUESTS -> budget.throttled(slot);
            case UNAUTHORIZED -> budget.keyRefused(slot, refusal.asappCode().isEmpty() ? "401" : refusal.asappCode());
            default -> budget.accepted(slot);
        }
    }

    private void waitOrThrow(ApiRequest request, List<Duration> waits, int before, AsappException failure) {
        if (before >= waits.size()) {
            throw failure;
        }
        try {
            patience.sleeper().sleep(waits.get(before));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Refusals.interrupted(request);
        }
    }
}
