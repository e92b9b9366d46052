package dev.ferry.handlers.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.run.ApiConfig;
import dev.ferry.core.scope.ScopeResults.Api;
import dev.ferry.core.scope.ScopeResults.ApiPart;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeApiTest {
    private final ScopeApi scope = new ScopeApi(List.of(), Map.of(), 3, 5, 70);

    @Test
    void whatIsGeneratedIsForecastOnlyWhereTheConfigurationNamesIt() {
        Api without = of(List.of());
        Api with = of(List.of("intent", "structured-data"));
        assertThat(without.parts()).extracting(ApiPart::what).noneMatch(what -> what.startsWith("generate"));
        assertThat(with.parts())
                .filteredOn(part -> part.what().startsWith("generate"))
                .extracting(part -> part.what() + ' ' + part.requests())
                .containsExactly("generate intent 70", "generate structured-data 70");
        assertThat(with.requests()).isEqualTo(without.requests() + 140);
    }

    private Api of(List<String> generating) {
        ApiConfig config =
                new ApiConfig(URI.create("https://api.asapp.com"), "ferry/asapp", 80, 100_000, 90, generating);
        return scope.of(config, Instant.parse("2026-03-05T12:00:00Z"));
    }
}
