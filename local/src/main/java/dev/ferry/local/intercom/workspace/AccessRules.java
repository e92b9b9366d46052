package dev.ferry.local.intercom.workspace;

/// Who is let in.
///
/// *Shape*, with the defaults of [#documented] in brackets:
///
/// - `acceptWildcard` [true] whether an `Accept` of `*` and `/` will do; the official client sends it for deletes
/// - `contentTypeNeeded` [true] whether a body without `Content-Type: application/json` answers 415, assumed
/// - `tokensRevoked` [false] every token answers 401
/// - `planRestricted` [false] conversations answer 403 `api_plan_restricted`
/// - `deleteScope` [true] whether the app may delete a conversation together with its metrics
public record AccessRules(
        boolean acceptWildcard,
        boolean contentTypeNeeded,
        boolean tokensRevoked,
        boolean planRestricted,
        boolean deleteScope) {

    /// The defaults.
    public static AccessRules documented() {
        return new AccessRules(true, true, false, false, true);
    }
}
