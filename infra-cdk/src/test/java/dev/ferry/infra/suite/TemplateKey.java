package dev.ferry.infra.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Finds the key of a stack's template among the assets.
record TemplateKey(Path assembly) {
    String of(String stack) {
        try {
            return new Assets(assembly)
                    .all().stream()
                            .filter(asset ->
                                    asset.file().getFileName().toString().equals(stack + ".template.json"))
                            .map(Assets.Asset::key)
                            .findFirst()
                            .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
