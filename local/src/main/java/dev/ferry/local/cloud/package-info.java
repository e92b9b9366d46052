/// The embedded cloud: everything that the product needs of an AWS account, in one process under one work
/// directory.
///
/// [dev.ferry.local.cloud.EmbeddedCloud] starts the engines of the neighbouring packages, creates the tables,
/// buckets and queues of the deployment, hosts its functions, and tells other processes in `cloud.json` where
/// everything listens. All that must outlive the process is under the work directory: `dynamodb/`, `sqs/`, `s3/`,
/// `secrets/`, `stepfunctions/`; logs are in `logs/`.
///
/// It is a tool for development, test and demonstration, never a production engine. Invariants: one process per
/// work directory; a killed process can be started again and finds what it had acknowledged.
@NullMarked
package dev.ferry.local.cloud;

import org.jspecify.annotations.NullMarked;
