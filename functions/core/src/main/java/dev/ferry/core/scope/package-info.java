/// What a source holds, before anything is moved: counts, windows, gaps, fields and what their values look like.
///
/// A [dev.ferry.core.scope.FeedProfile] is made of each file by itself; profiles of a feed are added in any order,
/// and a file that is profiled twice is added once, since its profile has its name.
/// [dev.ferry.core.scope.ScopeResults] is what people and programs read.
///
/// Invariant: pure, and no value of a field is kept unless the field has so few that they are its vocabulary.
@NullMarked
package dev.ferry.core.scope;

import org.jspecify.annotations.NullMarked;
