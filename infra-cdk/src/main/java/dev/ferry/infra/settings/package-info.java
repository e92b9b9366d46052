/// What a deployment is made of and what an operator may choose about it, by CDK context.
///
/// Neighbours: every other package reads it. Invariant: a wrong number or a missing partner is refused before
/// anything is made.
@NullMarked
package dev.ferry.infra.settings;

import org.jspecify.annotations.NullMarked;
