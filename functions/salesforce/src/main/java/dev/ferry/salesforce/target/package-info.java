/// Salesforce as a target: what the load steps of the core need, on top of `dev.ferry.salesforce.client`.
///
/// Chunks go by Bulk API 2.0 or, when they are small or the object is not for Bulk, by sObject Collections. Results
/// are joined by the external id field, never by position; objects that cannot hold one (notes and their links) are
/// found again by what they are. [dev.ferry.salesforce.target.SalesforceUndoer] takes them out again, children
/// first. Nothing outside this package and its mapping knows a field of Salesforce.
@NullMarked
package dev.ferry.salesforce.target;

import org.jspecify.annotations.NullMarked;
