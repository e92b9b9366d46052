/// The AWS service clients of the functions, made in one place and in one way, and made ready for a snapshot.
///
/// Neighbours: the adapters of `handlers` receive a client from here; `environment` says where endpoints are when
/// they are not AWS's own. Invariant: no other code of the functions builds a client.
@NullMarked
package dev.ferry.handlers.aws;

import org.jspecify.annotations.NullMarked;
