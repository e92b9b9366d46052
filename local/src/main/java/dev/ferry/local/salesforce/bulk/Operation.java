package dev.ferry.local.salesforce.bulk;

/// What an ingest job does with its rows.
public enum Operation {
    INSERT("insert"),
    UPDATE("update"),
    UPSERT("upsert"),
    DELETE("delete"),
    HARD_DELETE("hardDelete");

    private final String apiName;

    Operation(String apiName) {
        this.apiName = apiName;
    }

    /// The name in the API; its letter case matters.
    public String apiName() {
        return apiName;
    }

    boolean deletes() {
        return this == DELETE || this == HARD_DELETE;
    }

    /// The operation of that name.
    public static Operation named(String apiName) {
        for (Operation operation : values()) {
            if (operation.apiName.equals(apiName)) {
                return operation;
            }
        }
        throw new BulkException(400, "API_ERROR", "Unsupported operation " + apiName);
    }
}
