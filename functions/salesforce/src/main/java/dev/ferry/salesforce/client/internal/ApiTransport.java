package dev.ferry.salesforce.client.internal;

import dev.ferry.core.time.Sleeper;
import dev.ferry.http.Exchange;
import dev.ferry.http.Wire;
import dev.ferry.salesforce.client.ApiBudget;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.RetryPolicy;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceException.Failure;
import dev.ferry.salesforce.client.auth.SessionCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Sends requests to the instance until they are answered or must not be repeated.
///
/// A request marked repeatable is sent again after silence, 420 (one more time only), 429, 502, 503, 504, and
/// the concurrent-requests limit; reads and removals also after 500. Any request is sent once more with a new
/// session when its session was refused, because a refused one was not carried out.
///
/// Threading: safe; blocks the calling thread.
public final class ApiTransport {
    // These refusals come with INVALID_SESSION_ID, yet every new session would get the same one.
    private static final Set<String> NO_SESSION_HELPS =
            Set.of("This session is not valid for use with the REST API", "Connected app is not attached to Agent");
    private static final int SPARING_TRIES = 2;

    private final Wire wire;
    private final SessionCache sessions;
    private final Patience patience;
    private final ApiBudget budget;
    private final UsageMeter meter;
    private final Refusals refusals;

    /// How long and by which clock to wait between attempts.
    public record Patience(RetryPolicy policy, RandomGenerator random, Sleeper sleeper, Clock clock) {}

    /// A transport over a wire and the shared session.
    public ApiTransport(Wire wire, SessionCache sessions, Patience patience, ApiBudget budget, UsageMeter meter) {
        this.wire = wire;
        this.sessions = sessions;
        this.patience = patience;
        this.budget = budget;
        this.meter = meter;
        this.refusals = new Refusals(patience.clock(), meter);
    }

    /// The successful answer (2xx, or the 300 of several matching records). Throws [SalesforceException]
    /// otherwise.
    public ApiResponse send(ApiRequest request) {
        holdToBudget(request);
        var session = sessions.current();
        var renewed = false;
        for (var attempt = 1; ; attempt++) {
            meter.sent();
            var exchange = wire.send(request.signed(
                    session.instance(), "Bearer " + session.token().value()));
            switch (exchange) {
                case Exchange.Answer(var answer) -> {
                    var response = ApiResponse.to(request, answer);
                    meter.answered(response);
                    if (response.isSuccess() || response.status() == 300) {
                        return response;
                    }
                    var refusal = refusals.of(response);
                    if (!renewed && canRenew(refusal)) {
                        session = sessions.replace(session);
                        renewed = true;
                        attempt--;
                    } else {
                        waitOrThrow(request, attempt, refusal);
                    }
                }
                case Exchange.Silence silence -> waitOrThrow(request, attempt, refusals.of(request, silence));
                case Exchange.Interrupted _ -> throw refusals.interrupted(request, true);
            }
        }
    }

    private static boolean canRenew(SalesforceException refusal) {
        return refusal.status() == 401
                && refusal.errors().stream().anyMatch(error -> error.code().equals("INVALID_SESSION_ID"))
                && refusal.errors().stream()
                        .noneMatch(error -> NO_SESSION_HELPS.stream().anyMatch(error.message()::contains));
    }

    private void waitOrThrow(ApiRequest request, int attempt, SalesforceException refusal) {
        if (attempt >= triesFor(request, refusal)) {
            throw refusal;
        }
        var asked = refusal.retryAfter();
        if (asked.isPresent() && asked.get().compareTo(patience.policy().maxDelay()) > 0) {
            throw refusal;
        }
        pause(request, asked.orElseGet(() -> patience.policy().delayAfter(attempt, patience.random())));
    }

    private int triesFor(ApiRequest request, SalesforceException refusal) {
        if (!request.repeatable()) {
            return 1;
        }
        var tries = patience.policy().tries();
        if (refusal.code() == ErrorCode.NO_ANSWER || refusal.code() == ErrorCode.CONCURRENT_LIMIT) {
            return tries;
        }
        return switch (refusal.status()) {
            case 420 -> Math.min(SPARING_TRIES, tries);
            case 429, 502, 503, 504 -> tries;
            case 500 -> request.method().equals("PUT") ? 1 : tries;
            default -> 1;
        };
    }

    private void pause(ApiRequest request, Duration time) {
        try {
            patience.sleeper().sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw refusals.interrupted(request, true);
        }
    }

    private void holdToBudget(ApiRequest request) {
        var usage = meter.latest();
        if (usage.isEmpty()) {
            return;
        }
        switch (budget.judge(usage.get(), meter.calls())) {
            case ApiBudget.Proceed _ -> {}
            case ApiBudget.ShareSpent spent -> throw held(request, spent.ownCalls() + " own calls of " + spent.share());
            case ApiBudget.FloorReached floor ->
                throw held(request, floor.remaining() + " calls left, " + floor.floor() + " kept back");
        }
    }

    private static SalesforceException held(ApiRequest request, String why) {
        return new SalesforceException(ErrorCode.BUDGET_HELD, Failure.of(request.attempted() + " (" + why + ")"));
    }
}
