package dev.ferry.salesforce.client.rest;

import java.util.Collection;
import java.util.Map;

/// What the org allows and roughly holds. All methods block and are repeated when Salesforce does not answer.
public interface Org {
    /// The allowances.
    OrgLimits limits();

    /// About how many records each object has. Approximate and without objects that have none: never a proof.
    Map<String, Long> recordCounts(Collection<String> objects);
}
