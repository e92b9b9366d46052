package dev.ferry.local.salesforce.bulk;

/// A file that fails its whole job. The message is the job's `errorMessage`.
final class InvalidBatch extends Exception {
    private static final long serialVersionUID = 1;

    InvalidBatch(String message) {
        super(message);
    }
}
