/// What a tenant has configured: structured data fields, segments, redaction, vocabularies and canned responses;
/// and the evaluation of segments.
///
/// Answers of the configuration calls become fragments like everything else, so that a later reading replaces an
/// earlier one item by item. Neighbours: `batch` stages the items, `fold` makes records of them. Invariant: nothing
/// here writes to the source.
@NullMarked
package dev.ferry.asapp.configuration;

import org.jspecify.annotations.NullMarked;
