/// SQS on one machine: ElasticMQ, embedded, with queues and messages in an H2 file of the work directory.
///
/// Neighbours: `cloud` starts it and says which queues exist; the event source in `lambda` and task-token sends
/// from the state machines speak to it over HTTP. Invariant: an acknowledged send or delete is on disk, so a killed
/// process neither loses nor repeats it.
@NullMarked
package dev.ferry.local.sqs;

import org.jspecify.annotations.NullMarked;
