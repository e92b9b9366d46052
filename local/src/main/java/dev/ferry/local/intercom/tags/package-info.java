/// Tags, and what they are applied to.
///
/// Neighbours: `contacts`, `companies`, `conversations` and `tickets` keep the tags of an object in its document,
/// as [dev.ferry.local.intercom.tags.AppliedTags] makes them.
@NullMarked
package dev.ferry.local.intercom.tags;

import org.jspecify.annotations.NullMarked;
