package dev.ferry.intercom.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.FerryException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomOptionsTest {
    @Test
    void readsAttributesOfTheOperator() {
        AttributeCatalogue own = options(
                        "contact: {asapp_contact_tier: [gold, silver]}\ncompany: {asapp_rank: integer}")
                .attributes();

        assertThat(own.find(AttributeModel.CONTACT, "asapp_contact_tier"))
                .hasValueSatisfying(tier -> assertThat(tier.options()).containsExactly("gold", "silver"));
        assertThat(own.find(AttributeModel.COMPANY, "asapp_rank"))
                .hasValueSatisfying(rank -> assertThat(rank.type()).isEqualTo(AttributeType.INTEGER));
    }

    @Test
    void prefersTheOperatorsAttributeToFerrysOwn() {
        AttributeCatalogue both = AttributeCatalogue.parse("contact: {a: string, b: string}")
                .with(AttributeCatalogue.parse("contact: {a: boolean}"));

        assertThat(both.attributes())
                .extracting(attribute -> attribute.name() + " " + attribute.type())
                .containsExactlyInAnyOrder("a BOOLEAN", "b STRING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tier", "contact: [tier]", "person: {tier: string}", "contact: {tier: text}", "contact: {"})
    void refusesAttributesOfAnotherForm(String attributes) {
        assertThatThrownBy(() -> options(attributes))
                .isInstanceOf(FerryException.class)
                .hasMessageContaining("target.options.attributes is not of the form");
    }

    private static IntercomOptions options(String attributes) {
        return IntercomOptions.of(Map.of("attributes", attributes));
    }
}
