/// Deploying to AWS: the CDK command line with what this installation is, and the description of the cloud that
/// other commands need afterwards.
///
/// Neighbours: `infra-cdk` writes the templates; `command` asks the person. Invariant: without `--yes` nothing is
/// changed before somebody has agreed; a deployment shows the difference first, and deploys what it has shown.
@NullMarked
package dev.ferry.cli.deploy;

import org.jspecify.annotations.NullMarked;
