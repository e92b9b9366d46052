/// Attributes of contacts and companies, and those of conversations: their definitions and the check of values.
///
/// The two kinds have their own endpoints, names of types and errors. Neighbours: `contacts`, `companies`,
/// `conversations` have the values of their requests checked here. Invariant: no object has a value of an attribute
/// that does not exist or has another type.
@NullMarked
package dev.ferry.local.intercom.attributes;

import org.jspecify.annotations.NullMarked;
