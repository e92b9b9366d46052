/// Contacts: their uniqueness, their life from creation over archive and merge to deletion, and their search.
///
/// Neighbours: `attributes` checks values, `companies` and `tags` are attached here, `conversations` writes to
/// them. Invariant: no two contacts of role user that were made through the API share an e-mail address or an
/// external id, archived ones included.
@NullMarked
package dev.ferry.local.intercom.contacts;

import org.jspecify.annotations.NullMarked;
