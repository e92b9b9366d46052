package dev.ferry.core.staging;

/// One share of the entities: the unit of parallel work, and one partition key in DynamoDB.
public record Bucket(int number) {
    public Bucket {
        if (number < 0) {
            throw new IllegalArgumentException("bucket numbers start at 0, was " + number);
        }
    }

    /// The number as it stands in keys, so that keys sort by bucket. *Shape*: five digits, `00042`.
    public String label() {
        return "%05d".formatted(number);
    }
}
