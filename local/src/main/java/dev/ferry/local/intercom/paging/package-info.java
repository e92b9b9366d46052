/// The ways in which lists are cut into pages: cursors, page numbers, and the scroll of companies.
///
/// Neighbours: the packages of Intercom's objects make their lists with it. Invariant: a cursor goes on behind the
/// item that it was made for, whatever was added before.
@NullMarked
package dev.ferry.local.intercom.paging;

import org.jspecify.annotations.NullMarked;
