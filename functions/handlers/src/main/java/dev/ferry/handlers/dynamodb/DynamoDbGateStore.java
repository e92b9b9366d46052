package dev.ferry.handlers.dynamodb;

import java.util.Optional;

/// The task tokens of gates that wait for a person, in the control table. A repeat of the state has a new token,
/// which replaces the old one.
///
/// *Shape*: pk `{migration}#RUN#{runId}`, sk `GATE#{gate}`, `token`.
public final class DynamoDbGateStore {
    private final ItemTable control;

    public DynamoDbGateStore(ItemTable control) {
        this.control = control;
    }

    /// Remembers whom to answer.
    public void put(GateName gate, TaskToken token) {
        control.put(Item.at(key(gate)).text("token", token.value()).build());
    }

    /// Whom to answer; nothing when the gate does not wait.
    public Optional<TaskToken> find(GateName gate) {
        return control.get(key(gate)).map(item -> new TaskToken(item.text("token")));
    }

    /// Forgets the gate, once it has been answered.
    public void delete(GateName gate) {
        control.delete(key(gate));
    }

    private static ItemKey key(GateName gate) {
        return new ItemKey("%s#RUN#%s".formatted(gate.migrationId(), gate.runId()), "GATE#" + gate.gate());
    }
}
