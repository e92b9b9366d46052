/// A small invented export of an ASAPP tenant, for the demo, for benchmarks and for tests.
///
/// Everything in it is made up, and made from a seed, so the same call writes the same bytes. It holds in small
/// every difficulty that real exports have. Neighbours: it knows the layout of exports, and nothing of how Ferry
/// reads them.
@NullMarked
package dev.ferry.local.sample;

import org.jspecify.annotations.NullMarked;
