/// HTTP as every client of a provider needs it, over `java.net.http` alone: one attempt of one request, with time
/// limits, and an answer or the reason why there is none.
///
/// What an answer means, whether a request is repeated and what it costs is the clients' own. Neighbours: the
/// clients of `asapp` and `salesforce`. Invariants: redirects are never followed, since they would carry
/// credentials along; credentials go to https or the loopback only ([dev.ferry.http.TrustedHost]); no body is held
/// in memory that the caller wants to stream.
@NullMarked
package dev.ferry.http;

import org.jspecify.annotations.NullMarked;
