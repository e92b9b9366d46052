/// What a tenant has configured: structured data fields, segments, redaction entities, custom vocabularies. Read
/// only; calls may take most of a minute.
@NullMarked
package dev.ferry.asapp.client.configuration;

import org.jspecify.annotations.NullMarked;
