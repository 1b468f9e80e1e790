package org.recoveryrules.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> BUILDER = equivalentTo(FailureContext.Builder.class);

    private static final ArchRule ONLY_VALUES_ARE_DEPENDED_ON = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.joda.money..", "org.jspecify..", "org.recoveryrules.api..")
            .because("an engine must be replaceable without a change to those who call it");

    private static JavaClasses api;

    @BeforeAll
    static void import_the_classes_of_the_module() throws URISyntaxException {
        api = new ClassFileImporter()
                .importPath(Path.of(FailureContext.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }

    @Test
    void no_engine_is_depended_on() {
        ONLY_VALUES_ARE_DEPENDED_ON.check(api);
    }

    @Test
    void a_dependency_on_anything_else_is_noticed() {
        JavaClasses dependingOnJUnit = new ClassFileImporter().importClasses(ArchitectureTest.class);
        assertThatThrownBy(() -> ONLY_VALUES_ARE_DEPENDED_ON.check(dependingOnJUnit))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.junit.jupiter.api.Test");
    }

    @Test
    void a_rule_that_checks_nothing_fails() {
        ArchRule nothing =
                classes().that().haveSimpleName("NoSuchClass").should().bePublic();
        assertThatThrownBy(() -> nothing.check(api))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void every_public_type_is_a_value_an_interface_or_an_exception() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces()
                .orShould()
                .beAssignableTo(RecoveryRulesException.class)
                .because("the API says what goes in and what comes out, and does nothing")
                .check(api);
    }

    @Test
    void only_the_builder_and_the_parts_of_a_diagnostic_are_nested() {
        classes()
                .that()
                .areNestedClasses()
                .should()
                .be(FailureContext.Builder.class)
                .orShould()
                .be(Diagnostic.Place.class)
                .orShould()
                .be(Diagnostic.Level.class)
                .because("a word of the vocabulary has a type of its own; a place and a level say nothing alone")
                .check(api);
    }

    @Test
    void every_field_but_those_of_the_builder_is_final() {
        fields().that()
                .areDeclaredInClassesThat(not(BUILDER).as("are not the builder"))
                .should()
                .beFinal()
                .because("a value that does not change is shared between threads without a thought")
                .check(api);
    }

    @Test
    void every_field_but_constants_is_private() {
        fields().that()
                .areNotStatic()
                .should()
                .bePrivate()
                .because("what is read through an accessor can be checked and copied")
                .check(api);
    }

    @Test
    void nothing_can_be_extended_but_what_is_sealed() {
        classes()
                .that(not(INTERFACES).as("are not interfaces"))
                .and()
                .areNotAssignableFrom(RecoveryRulesException.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("a subclass could break the promise that a value does not change")
                .check(api);
    }

    @Test
    void exceptions_are_of_the_sealed_family() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(RecoveryRulesException.class)
                .andShould()
                .haveSimpleNameEndingWith("Exception")
                .because("a caller catches all that can go wrong in a policy at one place")
                .check(api);
    }

    @Test
    void accessors_are_named_after_what_they_tell() {
        noMethods()
                .that()
                .arePublic()
                .should()
                .haveNameMatching("[gs]et([A-Z].*)?")
                .because("the vocabulary has one word per thing")
                .check(api);
    }

    @Test
    void no_method_gives_an_array_away() {
        methods()
                .that()
                .areNotPrivate()
                .and()
                .doNotHaveName("values")
                .should()
                .haveRawReturnType(DescribedPredicate.describe("other than an array", type -> !type.isArray()))
                .because("an array can be changed by whoever holds it")
                .check(api);
    }

    @Test
    void the_package_is_null_marked() {
        assertThat(api.getPackage("org.recoveryrules.api").isAnnotatedWith(NullMarked.class))
                .isTrue();
    }
}
