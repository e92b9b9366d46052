package dev.ferry.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.crac.Core;
import org.junit.jupiter.api.Test;

class PrimingTest {
    @Test
    void makesClientsAndRehearsesWithoutSendingAnything() {
        AwsClients clients = new AwsClients();
        Priming priming = clients.priming().orElseThrow();

        assertThatCode(() -> {
                    priming.beforeCheckpoint(Core.getGlobalContext());
                    priming.afterRestore(Core.getGlobalContext());
                })
                .doesNotThrowAnyException();
        assertThat(clients.dynamoDb()).isSameAs(clients.dynamoDb());
    }

    @Test
    void isNotRegisteredForClientsOfARehearsal() {
        assertThat(AwsClients.over(_ -> new CannedHttpClient()).priming()).isEmpty();
    }
}
