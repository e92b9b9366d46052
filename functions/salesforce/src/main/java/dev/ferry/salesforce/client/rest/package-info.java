/// Single calls of the REST API: describing objects, SOQL, writing up to 200 records at once, limits.
///
/// [dev.ferry.salesforce.client.rest.Records] writes, [dev.ferry.salesforce.client.rest.Queries] reads,
/// [dev.ferry.salesforce.client.rest.Schema] describes, [dev.ferry.salesforce.client.rest.Org] tells limits,
/// [dev.ferry.salesforce.client.rest.RawCalls] does whatever has no method of its own.
///
/// Invariants: a refused record is a [dev.ferry.salesforce.client.rest.SaveResult.Refused], a refused request
/// an exception; writes are sent once.
@NullMarked
package dev.ferry.salesforce.client.rest;

import org.jspecify.annotations.NullMarked;
