package dev.ferry.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.source.FieldScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingCompilerTest {
    private static final MappingCompiler COMPILER = new MappingCompiler();
    private static final SourceSchema SOURCE = SourceSchema.canonical();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Subjekt: {path: subject}                            | Case has no field Subjekt                | did you mean Subject?
            Subject: {path: subjct}                             | the source has no subjct                 | did you mean subject?
            Subject: {path: customer.idd}                       | the source has no customer.idd           | did you mean id?
            Subject: {path: 'a..b'}                             | a..b is not a path                       | for example a.b
            Subject: {pathh: subject}                           | unknown key pathh                        | did you mean path?
            Subject: {path: subject, tooLong: cut}              | does not have a value in the enumeration |
            Subject: {path: subject, constant: x}               | more than one source                     | give exactly one of
            Subject: {tooLong: truncate}                        | no source                                | give exactly one of
            Subject: {path: messages}                           | messages does not fit                    | format: json
            CSAT_Score__c: {path: subject}                      | subject does not fit                     | a type when the text
            CSAT_Score__c: {constant: many}                     | CSAT_Score__c does not take many         |
            CSAT_Score__c: {path: csatRaw, type: text}          | type text clashes                        |
            CreatedDate: {path: csatRaw}                        | csatRaw does not fit                     |
            ClosedDate: {path: endedAt}                         | does not let the loading user set        | grant the permission
            ContactId: {path: subject}                          | takes no text                            | use reference
            ContactId: {reference: {object: Contact, key: id}}  | no earlier phase makes Contact           | move that phase up
            ContactId: {reference: {object: Account, key: id}}  | ContactId does not take Account          | it takes
            Subject: {owner: {agent: lastAgentId}}              | Subject is no reference                  |
            RecordTypeId: {constant: ASAPP_Cal, type: recordType} | RecordTypeId does not take ASAPP_Cal   | did you mean ASAPP_Call?
            Subject: {path: subject, state: undecided}          | nobody decided on this field yet         |
            Subject: {path: subject, otherwise: keep}           | there is no value table                  |
            Subject: {path: subject, invalid: default}          | there is no default to fall back on      |
            Subject: {path: subject, keepIn: Body}              | Case has no text field Body              |
            Subject: {path: subject, format: html, tooLong: truncate} | HTML cannot be cut                 |
            Subject: {jsonata: 'subject ?? id'}                 | the operator ?? is not in JSONata 2.0    |
            Subject: {jsonata: 'subject ?: id'}                 | the operator ?: is not in JSONata 2.0    |
            Subject: {jsonata: '$eval(subject)'}                | the function $eval may not be used       |
            Subject: {jsonata: '$now()'}                        | the function $now may not be used        |
            Subject: {jsonata: '$trimm(subject)'}               | unknown function $trimm                  |
            Subject: {jsonata: 'subject ('}                     | not a JSONata expression                 |
            Subject: {jsonata: 'subject /* end */'}             | it ends too early                        | put a comment
            Subject: {template: 'a {subject'}                   | a brace is not closed                    |
            Subject: {template: 'a {subjec}'}                   | the source has no subjec                 | did you mean subject?
            """)
    void refusesField(String field, String message, String suggestion) {
        List<MappingProblem> problems = problems(mapping("    " + field));
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.suggestion()).contains(suggestion == null ? "" : suggestion);
            assertThat(problem.line()).isEqualTo(14);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {}                     | {path: 'structuredData[fieldId=e_tier].value'}
            {e_tier: organization} | {path: 'structuredData[fieldId=e_tier].value'}
            {e_plan: customer}     | {jsonata: 'structuredData[fieldId = "e_tier"].value'}
            """)
    void refusesToReadAFieldOfPeopleThatIsNotDeclaredOne(String scopes, String entry) {
        assertThat(problems(people(scopes, entry))).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("structuredFields does not say that e_tier describes the customer");
            assertThat(problem.suggestion()).isEqualTo("structuredFields: {e_tier: customer}");
            assertThat(problem.line()).isEqualTo(6);
        });
    }

    @Test
    void takesADeclaredFieldOfPeopleAndRefusesAnotherScope() {
        String entry = "{path: 'structuredData[fieldId=e_tier].value'}";
        assertThat(COMPILER.compile(people("{e_tier: customer}", entry), SOURCE, Mappings.target()))
                .isInstanceOf(CompileResult.Compiled.class);
        assertThat(StructuredFields.of(people("{e_tier: customer}", entry)).scopes())
                .containsExactly(Map.entry("e_tier", FieldScope.CUSTOMER));
        assertThat(problems(people("{e_tier: person}", entry)))
                .anySatisfy(problem -> assertThat(problem.path()).isEqualTo("structuredFields.e_tier"));
    }

    private static String people(String scopes, String entry) {
        return """
                version: 1
                target: salesforce
                defaults: {timeZone: UTC}
                structuredFields: %s
                phases:
                - {name: Contact, object: Contact, from: customer, key: id, fields: {LastName: {path: name}, Title: %s}}
                """.formatted(scopes, entry);
    }

    @Test
    void acceptsRegexAndStringsThatLookLikeNewerOperators() {
        String field = "    Subject: {jsonata: '$replace(/* ?? */ subject, /(?:a|b)/, \"?? ?: $eval(\")'}";
        assertThat(COMPILER.compile(mapping(field), SOURCE, Mappings.target()))
                .isInstanceOf(CompileResult.Compiled.class);
    }

    @Test
    void refusesMissingRequiredFieldOfTheTarget() {
        String contact = """
                version: 1
                target: t
                defaults: {timeZone: Europe/Berlin}
                phases:
                - {name: Contact, object: Contact, from: customer, key: id, fields: {ASAPP_Id__c: {path: id}}}
                """;
        assertThat(problems(contact)).extracting(MappingProblem::message).contains("Contact requires LastName");
    }

    @Test
    void refusesValueOutsideRestrictedPicklistInEveryPlace() {
        String task = """
                version: 1
                target: t
                defaults: {timeZone: Europe/Berlin}
                phases:
                - name: Task
                  object: Task
                  from: conversation
                  key: id
                  fields:
                    CallType: {constant: Inbond}
                    TaskSubtype:
                      path: kind
                      values:
                        CALL: Phone
                      default: Fax
                """;
        assertThat(problems(task))
                .extracting(MappingProblem::line, MappingProblem::suggestion)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(10, "did you mean Inbound?"),
                        org.assertj.core.groups.Tuple.tuple(14, ""),
                        org.assertj.core.groups.Tuple.tuple(15, ""));
    }

    @Test
    void refusesFieldThatUpsertCannotWrite() {
        String yaml = mapping("    CreatedDate: {path: createdAt}").replace("insert", "upsert");
        assertThat(problems(yaml))
                .extracting(MappingProblem::message)
                .containsExactly("CreatedDate can be set when a record is made, not later");
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        assertThat(problems("version: 1\ntarget: [\nphases: {")).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("not YAML");
        });
    }

    @Test
    void refusesKeyThatStandsTwice() {
        assertThat(problems("version: 1\nversion: 1"))
                .first()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    }

    @Test
    void refusesUnknownTimeZone() {
        assertThat(problems(mapping("    Subject: {path: subject}").replace("Europe/Berlin", "Europe/Bärlin")))
                .extracting(MappingProblem::path)
                .containsExactly("defaults.timeZone");
    }

    @Test
    void listsProposedFields() {
        String field = "    Subject: {path: subject, state: proposed, score: 0.8, reason: same name}";
        assertThat(Mappings.compiled(COMPILER.compile(mapping(field), SOURCE, Mappings.target()))
                        .proposed())
                .containsExactly("Case.fields.Subject");
    }

    private static List<MappingProblem> problems(String yaml) {
        CompileResult result = COMPILER.compile(yaml, SOURCE, Mappings.target());
        assertThat(result).isInstanceOf(CompileResult.Refused.class);
        return ((CompileResult.Refused) result).problems();
    }

    private static String mapping(String field) {
        return """
                version: 1
                target: t
                defaults: {timeZone: Europe/Berlin}
                phases:
                - {name: Account, object: Account, from: organization, key: id, fields: {Name: {path: name}}}
                - name: Case
                  object: Case
                  from: conversation
                  key: id
                  load:
                    operation: insert
                  fields:
                    ASAPP_Id__c: {path: id}
                """ + field + "\n";
    }
}
