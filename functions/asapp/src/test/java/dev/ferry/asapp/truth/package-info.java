/// Comparison of what the batch channel and the crosswalk give with the independent truth of the sample export.
@NullMarked
package dev.ferry.asapp.truth;

import org.jspecify.annotations.NullMarked;
