/// The part of SOQL that migrations and their checks use: parsing, evaluation, grouping.
///
/// Covered: SELECT list with parent fields and FIELDS(), WHERE with comparison, LIKE, IN (lists and sub-selects),
/// AND, OR, NOT, date literals, ORDER BY, LIMIT, OFFSET, aggregates, GROUP BY with calendar functions. Not covered,
/// and refused as `MALFORMED_QUERY`: child sub-selects, TYPEOF, HAVING, SOSL.
///
/// Neighbours: reads `store`; `rest` and `bulk` turn results into JSON and CSV; `dml` uses conditions for its rule
/// stubs.
@NullMarked
package dev.ferry.local.salesforce.soql;

import org.jspecify.annotations.NullMarked;
