package dev.ferry.salesforce.client.rest;

import dev.ferry.salesforce.client.SalesforceId;

/// A record type as the signed-in user sees it; `available` tells whether that user may give it to a record.
public record RecordType(
        SalesforceId id,
        String developerName,
        String name,
        boolean active,
        boolean available,
        boolean master,
        boolean defaultForUser) {}
