/// SOQL text: literals quoted safely, and lists cut so that a query fits into a URL.
///
/// Neighbours: `rest` sends queries, `bulk` runs them as jobs.
@NullMarked
package dev.ferry.salesforce.client.soql;

import org.jspecify.annotations.NullMarked;
