/// Compares what a demo run put into the simulated Salesforce org with the truth files of a sample export.
///
/// The truth is computed from the plan of the sample, not from its feeds, and covers every channel of the source. A
/// demo run reads the batch channel and the crosswalk files; what only another channel shows is left out here, and
/// each place says which channel that is.
///
/// Neighbours: [dev.ferry.cli.DemoRun] runs the command.
@NullMarked
package dev.ferry.cli.truth;

import org.jspecify.annotations.NullMarked;
