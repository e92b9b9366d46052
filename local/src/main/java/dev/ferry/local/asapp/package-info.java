/// An ASAPP tenant on one machine: the interfaces that an export uses, with their rules, limits and faults.
///
/// [dev.ferry.local.asapp.AsappSimulator] is started with [dev.ferry.local.asapp.AsappSimulatorSettings] over an
/// export directory and serves on two loopback ports, the API's and that of presigned URLs. What the reference
/// marks as assumed is a knob, with its default in [dev.ferry.local.asapp.tenant.Knobs]. It is never made kinder to
/// get a client through.
///
/// Neighbours: `cloud` wires it into the local environment; nothing in the product knows it.
@NullMarked
package dev.ferry.local.asapp;

import org.jspecify.annotations.NullMarked;
