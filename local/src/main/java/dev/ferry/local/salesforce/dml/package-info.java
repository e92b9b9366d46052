/// Writing records: what the platform checks, fills in and refuses, row by row.
///
/// Every way into the org (Bulk, Collections, single records, Graph) ends here, so all obey the same rules. A
/// refusal is a value with the platform's status code; it never touches the other rows of the call.
///
/// Neighbours: `org` says which rules are on, `store` keeps what passes, `soql` evaluates the conditions of
/// rule stubs.
@NullMarked
package dev.ferry.local.salesforce.dml;

import org.jspecify.annotations.NullMarked;
