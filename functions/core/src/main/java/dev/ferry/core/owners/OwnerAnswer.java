package dev.ferry.core.owners;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a person says at the owner gate.
///
/// *Shape* as the output of the gate's task:
/// `{"defaultOwner":"login or id","owners":{"asapp:acme:rep:1":"login or id"}}`; both may be left out. An agent
/// without an owner of its own gets the default owner; without a default owner the loading user is the default.
///
/// @param defaultOwner a login or id, or an empty string for the loading user
/// @param owners by agent, a login, an id, or `default`
public record OwnerAnswer(String defaultOwner, Map<String, String> owners) {
    public OwnerAnswer {
        owners = Collections.unmodifiableMap(new TreeMap<>(owners));
    }
}
