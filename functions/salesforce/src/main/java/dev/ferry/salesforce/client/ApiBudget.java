package dev.ferry.salesforce.client;

/// How much of the org's daily API calls this client may take, and how much it must leave to others.
///
/// Shape: `maxShare` is the part of the allowance that this client may use itself; `floor` is the part that
/// must stay unused by anybody. With 0.5 and 0.2 on an org of 100,000 calls the client stops after 50,000 own
/// calls, or when fewer than 20,000 are left.
public record ApiBudget(double maxShare, double floor) {
    /// Refuses shares outside 0 to 1.
    public ApiBudget {
        if (!(maxShare > 0 && maxShare <= 1 && floor >= 0 && floor < 1)) {
            throw new IllegalArgumentException(
                    "Budget needs 0 < maxShare <= 1 and 0 <= floor < 1, got " + maxShare + " and " + floor);
        }
    }

    /// What the budget says to the next call.
    public sealed interface Verdict {}

    /// Go on; about this many calls may still be made.
    public record Proceed(long callsLeft) implements Verdict {}

    /// Stop: this client's own share is used up. It comes back as calls leave the rolling 24 hours.
    public record ShareSpent(long ownCalls, long share) implements Verdict {}

    /// Stop: the org has too few calls left.
    public record FloorReached(long remaining, long floor) implements Verdict {}

    /// Half of the allowance, leaving a fifth.
    public static ApiBudget standard() {
        return new ApiBudget(0.5, 0.2);
    }

    /// No bound of our own; only Salesforce's refusal stops the client.
    public static ApiBudget unlimited() {
        return new ApiBudget(1, 0);
    }

    /// Judges the next call by the org's usage and the calls that this client has made in the same 24 hours.
    public Verdict judge(ApiUsage usage, long ownCalls) {
        var share = maxShare == 1 ? Long.MAX_VALUE : (long) (usage.max() * maxShare);
        if (ownCalls >= share) {
            return new ShareSpent(ownCalls, share);
        }
        var reserve = (long) Math.ceil(usage.max() * floor);
        if (reserve > 0 && usage.remaining() <= reserve) {
            return new FloorReached(usage.remaining(), reserve);
        }
        return new Proceed(Math.min(share - ownCalls, usage.remaining() - reserve));
    }
}
