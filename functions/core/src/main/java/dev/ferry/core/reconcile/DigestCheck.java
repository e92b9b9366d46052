package dev.ferry.core.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Two digests over (key, content hash) that must be the same: equal counts with wrong content do not pass.
///
/// *Shape* as JSON: `{"name","expected","found","holds"}`, see [dev.ferry.core.tally.RecordDigest#hex()].
public record DigestCheck(String name, String expected, String found) {

    /// Whether the digests are equal.
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean holds() {
        return expected.equals(found);
    }
}
