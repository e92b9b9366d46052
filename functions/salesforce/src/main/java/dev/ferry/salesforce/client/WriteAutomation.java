package dev.ferry.salesforce.client;

import java.util.HashMap;
import java.util.Map;

/// What the org's own automation may do to records written by REST.
///
/// Source: REST runs the active Case assignment rule unless `Sforce-Auto-Assign` says FALSE; `allowSave`
/// passes duplicate rules that only alert (rules that block still block). Bulk 2.0 has neither header.
public record WriteAutomation(boolean assignmentRules, boolean saveDespiteDuplicateAlert) {
    /// No assignment rule runs; duplicate alerts refuse the record.
    public static WriteAutomation quiet() {
        return new WriteAutomation(false, false);
    }

    /// The request headers that ask for this.
    public Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        headers.put("Sforce-Auto-Assign", assignmentRules ? "TRUE" : "FALSE");
        if (saveDespiteDuplicateAlert) {
            headers.put(
                    "Sforce-Duplicate-Rule-Header",
                    "allowSave=true; includeRecordDetails=false; runAsCurrentUser=true");
        }
        return Map.copyOf(headers);
    }
}
