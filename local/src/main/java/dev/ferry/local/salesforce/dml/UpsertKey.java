package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.SObjectType;

/// The record that an upsert means: the one of the object whose key field has the value.
public record UpsertKey(SObjectType type, Field field, String value) {}
