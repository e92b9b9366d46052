package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.local.stepfunctions.asl.DefinitionReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionRefusalTest {

    private static final String STATE =
            "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S\",\"States\":{\"S\":{%s,\"End\":true}}}";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    'Type':'Task','Resource':'arn:aws:states:::dynamodb:putItem' | arn:aws:states:::dynamodb:putItem is not recognized
                    'Type':'Task','Resource':'arn:aws:states:::http:invoke' | arn:aws:states:::http:invoke is not recognized
                    'Type':'Pass','Output':'{% $x ?? 1 %}' | operator ?? is not supported at /States/S/Output
                    'Type':'Pass','Output':'{% $x ?: 1 %}' | operator ?: is not supported at /States/S/Output
                    'Type':'Pass','Output':'{% $eval($x) %}' | function $eval is not supported at /States/S/Output
                    'Type':'Pass','Output':'{% 1 + %}' | Invalid JSONata expression
                    'Type':'Pass','ResultPath':'$.x' | Field is not supported at /States/S/ResultPath
                    'Type':'Wait','Seconds':1,'Foo':2 | Field is not supported at /States/S/Foo
                    """)
    void refusesByNameWhatIsNotCovered(String fields, String complaint) {
        var definition = STATE.formatted(fields.replace('\'', '"'));
        assertThatThrownBy(() -> DefinitionReader.read(definition, false)).hasMessageContaining(complaint);
    }
}
