package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OfficialDescriptionIT {

    @Test
    void findsWhatARequestLacks() {
        Assumptions.assumeTrue(
                OfficialDescription.isAtHand(),
                "SKIPPED: Intercom's description is not at hand, so no exchange with the simulator is held against it");
        assertThat(OfficialDescription.problemsOf("POST", "/conversations", JsonNodeFactory.instance.objectNode()))
                .anyMatch(problem -> problem.contains("from"));
    }
}
