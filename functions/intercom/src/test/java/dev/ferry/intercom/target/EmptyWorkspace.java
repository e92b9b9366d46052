package dev.ferry.intercom.target;

import dev.ferry.core.mapping.schema.TargetSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A workspace without attributes, described with those that Ferry makes.
final class EmptyWorkspace {
    static final Path MAPPINGS = Path.of(System.getProperty("ferry.root"), "mappings");

    private EmptyWorkspace() {}

    static AttributeCatalogue catalogue() {
        try {
            return AttributeCatalogue.parse(Files.readString(MAPPINGS.resolve("intercom-attributes.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TargetSchema described() {
        return SchemaOf.planned(catalogue());
    }
}
