/// What an org's objects look like: object types, fields, picklists, record types, and the shape of record ids.
///
/// An org is defined by data (`standard-objects.json` for the platform, `org.json` for the customer's part), so a
/// test or a demonstration brings its own. Field lists only ever grow: a stored row may be narrower than its type.
///
/// Neighbours: `store` keeps rows by these types, `dml` enforces them, `rest` shows them as describe answers.
@NullMarked
package dev.ferry.local.salesforce.schema;

import org.jspecify.annotations.NullMarked;
