/// One end-to-end suite for every implementation of AWS: it uploads the assets of a synthesised deployment, creates
/// the stacks, starts a migration of a sample and asserts its books.
///
/// `ContainerSuiteIT` runs all of it against a container, `EmbeddedSuiteIT` what the embedded cloud has endpoints
/// for. Invariant: written against what AWS documents, not against one emulator.
@NullMarked
package dev.ferry.infra.suite;

import org.jspecify.annotations.NullMarked;
