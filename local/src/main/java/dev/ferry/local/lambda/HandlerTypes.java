package dev.ferry.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.google.common.reflect.TypeToken;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;

/// The event and answer types that a `RequestHandler` class was declared with.
record HandlerTypes(Type input, Type output) {

    /// *Errors*: `IllegalArgumentException` when the class leaves a type open.
    static HandlerTypes of(Class<?> handler) {
        var parameters = RequestHandler.class.getTypeParameters();
        var token = TypeToken.of(handler);
        return new HandlerTypes(
                concrete(handler, token.resolveType(parameters[0]).getType()),
                concrete(handler, token.resolveType(parameters[1]).getType()));
    }

    private static Type concrete(Class<?> handler, Type type) {
        if (type instanceof TypeVariable<?>) {
            throw new IllegalArgumentException(
                    "Class %s does not implement RequestHandler with concrete type parameters"
                            .formatted(handler.getName()));
        }
        return type;
    }
}
