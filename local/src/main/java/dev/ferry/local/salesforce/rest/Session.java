package dev.ferry.local.salesforce.rest;

/// Who a token stands for.
record Session(String token, String userId, String username) {}
