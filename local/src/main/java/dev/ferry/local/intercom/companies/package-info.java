/// Companies: upsert by `company_id`, lists, the scroll, and how they go.
///
/// Neighbours: `contacts` attaches contacts to them. Invariant: a company without contacts is in no list.
@NullMarked
package dev.ferry.local.intercom.companies;

import org.jspecify.annotations.NullMarked;
