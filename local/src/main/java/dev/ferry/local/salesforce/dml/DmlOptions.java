package dev.ferry.local.salesforce.dml;

/// How a call wants its rows written. `allowSave` is the duplicate rule header, `autoAssign` the assignment rule
/// header or the job's `assignmentRuleId`.
public record DmlOptions(String userId, boolean allowSave, boolean autoAssign) {}
