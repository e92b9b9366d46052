/// Deploying to AWS: the CDK command line with what this installation is, and the description of the cloud that
/// other
/// commands need afterwards.
///
/// Neighbours: `infra-cdk` writes the templates; `command` asks the person. Invariant: nothing is changed before
/// somebody has seen the difference and agreed.
@NullMarked
package dev.ferry.cli.deploy;

import org.jspecify.annotations.NullMarked;
