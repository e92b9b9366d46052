package dev.ferry.handlers.assemble;

import dev.ferry.core.source.EntityKind;

/// One unit of assembly as it stands in a manifest. *Shape*: `{"kind":"CONVERSATION","bucket":42}`.
public record AssembleItem(EntityKind kind, int bucket) {}
