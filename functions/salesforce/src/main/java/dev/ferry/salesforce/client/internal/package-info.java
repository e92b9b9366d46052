/// Talking HTTP to Salesforce: requests, answers, error pages, repetition, the token endpoint. Not for use
/// outside the client.
///
/// [dev.ferry.salesforce.client.internal.ApiTransport] is what the other packages send through: it signs each
/// request with the shared session, repeats what may be repeated, and turns every refusal into a
/// [dev.ferry.salesforce.client.SalesforceException].
@NullMarked
package dev.ferry.salesforce.client.internal;

import org.jspecify.annotations.NullMarked;
