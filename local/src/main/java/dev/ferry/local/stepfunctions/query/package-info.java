/// What both query languages share: the values an expression can see, the failure of an expression, and JSON as
/// text.
///
/// Neighbours: `jsonata` and `jsonpath` evaluate; `interpreter` supplies the values and names the state in the
/// cause. Invariant: JSON nodes are values here; whoever builds one does not change it after handing it on.
@NullMarked
package dev.ferry.local.stepfunctions.query;

import org.jspecify.annotations.NullMarked;
