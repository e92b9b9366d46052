/// How Ferry says that something went wrong: one exception, one list of codes, each with a category, a meaning and
/// a hint.
///
/// Expected refusals are values of sealed results in the packages that produce them; this exception is for what a
/// use case cannot go on after. State machines match on the codes' names.
@NullMarked
package dev.ferry.core.failure;

import org.jspecify.annotations.NullMarked;
