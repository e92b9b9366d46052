/// The Salesforce APIs as Java calls: OAuth 2.0, Bulk API 2.0, REST, SOQL, over `java.net.http` alone.
///
/// The client knows Salesforce and nothing of what is carried into it.
/// [dev.ferry.salesforce.client.SalesforceClient] is the door; `auth` signs in, `bulk` runs jobs and their
/// files, `rest` reads and writes records and describes objects, `soql` quotes, `internal` talks HTTP.
///
/// Invariants: one API version in every URL; a token in no log, message or `toString`; a POST or PATCH is
/// never repeated by guess ([dev.ferry.salesforce.client.SalesforceException#outcomeUnknown()] says when the
/// answer was lost); a refused row is a value, never an exception; messages of exceptions carry codes and
/// ids, never what Salesforce wrote about a record.
@NullMarked
package dev.ferry.salesforce.client;

import org.jspecify.annotations.NullMarked;
