/// A Salesforce org on one machine: the HTTP APIs that a migration uses, with their rules, limits and faults.
///
/// [dev.ferry.local.salesforce.SalesforceSimulator] is started with
/// [dev.ferry.local.salesforce.SalesforceSimulatorSettings] and serves on a loopback port. What the reference marks
/// as assumed is a setting. It is never made kinder to get a client through. It has no Apex or flow engine (only
/// rule stubs), no sharing model, a subset of SOQL, no feeds or history, and no real lock timing; error wordings
/// may differ in punctuation, so clients branch on codes.
///
/// Neighbours: `cloud` wires it into the local environment; nothing in the product knows it.
@NullMarked
package dev.ferry.local.salesforce;

import org.jspecify.annotations.NullMarked;
