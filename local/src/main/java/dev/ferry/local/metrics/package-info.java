/// The metrics that functions print, collected for a live view.
///
/// Functions print CloudWatch's embedded metric format, one JSON object on a line; CloudWatch picks such lines
/// out of the logs, and so does this package. Neighbours: `lambda` hands over what functions print; the command
/// line reads [dev.ferry.local.metrics.MetricStore]. Invariant: what is kept grows with the number of distinct
/// series, never with the number of lines.
@NullMarked
package dev.ferry.local.metrics;

import org.jspecify.annotations.NullMarked;
