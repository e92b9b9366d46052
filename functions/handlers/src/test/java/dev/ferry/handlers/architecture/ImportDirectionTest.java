package dev.ferry.handlers.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

/// The direction of imports between the function modules, and what no class is called.
@AnalyzeClasses(packages = "dev.ferry", importOptions = DoNotIncludeTests.class)
class ImportDirectionTest {
    @ArchTest
    static final ArchRule CORE_KNOWS_NOTHING_OF_THE_EDGES = noClasses()
            .that()
            .resideInAPackage("dev.ferry.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "java.net.http..",
                    "dev.ferry.http..",
                    "dev.ferry.asapp..",
                    "dev.ferry.salesforce..",
                    "dev.ferry.intercom..",
                    "dev.ferry.handlers..");

    @ArchTest
    static final ArchRule HTTP_KNOWS_NO_PROVIDER = noClasses()
            .that()
            .resideInAPackage("dev.ferry.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "dev.ferry.asapp..",
                    "dev.ferry.salesforce..",
                    "dev.ferry.intercom..",
                    "dev.ferry.handlers..");

    @ArchTest
    static final ArchRule THE_SOURCE_KNOWS_ONLY_THE_CORE = noClasses()
            .that()
            .resideInAPackage("dev.ferry.asapp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "dev.ferry.salesforce..",
                    "dev.ferry.intercom..",
                    "dev.ferry.handlers..");

    @ArchTest
    static final ArchRule SALESFORCE_KNOWS_ONLY_THE_CORE = noClasses()
            .that()
            .resideInAPackage("dev.ferry.salesforce..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "dev.ferry.asapp..",
                    "dev.ferry.intercom..",
                    "dev.ferry.handlers..");

    @ArchTest
    static final ArchRule INTERCOM_KNOWS_ONLY_THE_CORE = noClasses()
            .that()
            .resideInAPackage("dev.ferry.intercom..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "dev.ferry.asapp..",
                    "dev.ferry.salesforce..",
                    "dev.ferry.handlers..");

    @ArchTest
    static final ArchRule ONE_PLACE_KNOWS_THE_TARGETS = noClasses()
            .that()
            .resideInAPackage("dev.ferry.handlers..")
            .and()
            .doNotHaveSimpleName("AwsTargets")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ferry.salesforce..", "dev.ferry.intercom..");

    @ArchTest
    static final ArchRule HANDLERS_HAVE_NO_CYCLES =
            slices().matching("dev.ferry.handlers.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SOURCE_CHANNELS_HAVE_NO_CYCLES =
            slices().matching("dev.ferry.asapp.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ENTRY_POINTS_ARE_NAMED_HANDLER = classes()
            .that()
            .implement("com.amazonaws.services.lambda.runtime.RequestHandler")
            .should()
            .haveSimpleNameEndingWith("Handler");

    @ArchTest
    static final ArchRule NO_NAME_WITHOUT_A_CONCEPT = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
            .orShould()
            .resideInAnyPackage(
                    "..util..", "..common..", "..misc..", "..helper..", "..manager..", "..base..", "..impl..");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_COME_FROM_OUTSIDE = noClasses()
            .that()
            .resideInAnyPackage("dev.ferry.core..", "dev.ferry.asapp..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "getenv", String.class);
}
