/// Who works in the workspace: admins and teams, which the API can only read.
///
/// Neighbours: every resource that takes an admin's id asks [dev.ferry.local.intercom.people.Admins].
@NullMarked
package dev.ferry.local.intercom.people;

import org.jspecify.annotations.NullMarked;
