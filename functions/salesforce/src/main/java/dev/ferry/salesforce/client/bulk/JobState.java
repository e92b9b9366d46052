package dev.ferry.salesforce.client.bulk;

import java.util.Arrays;
import java.util.Optional;

/// Where a job stands.
///
/// Shape: `Open -> UploadComplete -> InProgress -> JobComplete | Failed`, and `Aborted` from all but the last
/// two. Rows that were committed stay committed whatever the final state.
public enum JobState {
    /// Takes its one file; discarded after 24 hours.
    OPEN("Open", false),
    /// Closed and queued.
    UPLOAD_COMPLETE("UploadComplete", false),
    /// Being worked on.
    IN_PROGRESS("InProgress", false),
    /// Every row was attempted; some may have failed.
    JOB_COMPLETE("JobComplete", true),
    /// Ended early; rows not reached are unprocessed.
    FAILED("Failed", true),
    /// Ended by a caller.
    ABORTED("Aborted", true);

    private final String text;
    private final boolean last;

    JobState(String text, boolean last) {
        this.text = text;
        this.last = last;
    }

    /// The state as Salesforce writes it.
    public String text() {
        return text;
    }

    /// Whether the job will not change any more.
    public boolean isFinal() {
        return last;
    }

    static Optional<JobState> of(String text) {
        return Arrays.stream(values()).filter(state -> state.text.equals(text)).findFirst();
    }
}
