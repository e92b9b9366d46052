/// The loopback side of every emulated service: which port it listens on, how a taken port is reported, and the
/// small JSON-over-HTTP server for the services that have no embeddable engine.
///
/// Neighbours: `dynamodb`, `sqs`, `s3`, `secrets` and `lambda` each open one
/// [dev.ferry.local.endpoint.LoopbackPort]; `cloud` chooses the numbers. Invariant: nothing listens on any address
/// but 127.0.0.1.
@NullMarked
package dev.ferry.local.endpoint;

import org.jspecify.annotations.NullMarked;
