package dev.ferry.local.salesforce.bulk;

/// Where a job stands.
public enum JobState {
    OPEN("Open"),
    UPLOAD_COMPLETE("UploadComplete"),
    IN_PROGRESS("InProgress"),
    JOB_COMPLETE("JobComplete"),
    FAILED("Failed"),
    ABORTED("Aborted");

    private final String apiName;

    JobState(String apiName) {
        this.apiName = apiName;
    }

    /// The name in the API.
    public String apiName() {
        return apiName;
    }

    /// Whether nothing more will happen to the job.
    public boolean ended() {
        return this == JOB_COMPLETE || this == FAILED || this == ABORTED;
    }

    static JobState named(String apiName) {
        for (JobState state : values()) {
            if (state.apiName.equals(apiName)) {
                return state;
            }
        }
        throw new BulkException(400, "INVALIDJOBSTATE", "Unknown job state " + apiName);
    }
}
