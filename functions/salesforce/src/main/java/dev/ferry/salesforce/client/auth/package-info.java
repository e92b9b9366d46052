/// Signing in: OAuth 2.0 credentials, the token endpoint, and the session that all calls share.
///
/// Neighbours: `internal` asks [dev.ferry.salesforce.client.auth.SessionCache] for the session of each
/// request and tells it when one was refused.
///
/// Invariants: one sign-in at a time however many threads wait for it; no key, secret or token in a
/// `toString`; no refusal of the token endpoint is repeated by itself.
@NullMarked
package dev.ferry.salesforce.client.auth;

import org.jspecify.annotations.NullMarked;
