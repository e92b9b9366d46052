package dev.ferry.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.mapping.schema.TargetSchemaJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The mapping files of the repository, for tests.
final class Mappings {
    static final Path DIRECTORY = Path.of(System.getProperty("ferry.root"), "mappings");

    private Mappings() {}

    static TargetSchema target() {
        return TargetSchemaJson.read(read(DIRECTORY.resolve("tests/salesforce.target.json")));
    }

    static CompiledMapping salesforce() {
        return compiled(new MappingCompiler()
                .compile(DIRECTORY.resolve("salesforce.yaml"), SourceSchema.canonical(), target()));
    }

    static CompiledMapping compiled(CompileResult result) {
        assertThat(result).isInstanceOf(CompileResult.Compiled.class);
        return ((CompileResult.Compiled) result).mapping();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
