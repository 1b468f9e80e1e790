package org.recoveryrules.drools;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.recoveryrules.drools.live.LivePolicy;
import org.recoveryrules.drools.rules.Amount;

class ArchitectureTest {
    private static final String ROOT = "org.recoveryrules.drools";
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void layers_depend_downwards_only() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("testing")
                .definedBy(ROOT + ".testing")
                .layer("metrics")
                .definedBy(ROOT + ".metrics")
                .layer("advisor")
                .definedBy(ROOT)
                .layer("live")
                .definedBy(ROOT + ".live")
                .layer("blame")
                .definedBy(ROOT + ".blame")
                .layer("mutation")
                .definedBy(ROOT + ".mutation")
                .layer("cases")
                .definedBy(ROOT + ".cases")
                .layer("engine")
                .definedBy(ROOT + ".engine")
                .layer("policy")
                .definedBy(ROOT + ".policy")
                .layer("match")
                .definedBy(ROOT + ".match")
                .layer("check")
                .definedBy(ROOT + ".check")
                .layer("tables")
                .definedBy(ROOT + ".tables")
                .layer("syntax")
                .definedBy(ROOT + ".syntax")
                .layer("json")
                .definedBy(ROOT + ".json")
                .layer("files")
                .definedBy(ROOT + ".files")
                .layer("rules")
                .definedBy(ROOT + ".rules")
                .whereLayer("testing")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("metrics")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("advisor")
                .mayOnlyBeAccessedByLayers("testing", "metrics")
                .whereLayer("live")
                .mayOnlyBeAccessedByLayers("testing", "metrics", "advisor")
                .whereLayer("blame")
                .mayOnlyBeAccessedByLayers("testing", "advisor", "live")
                .whereLayer("mutation")
                .mayOnlyBeAccessedByLayers("testing", "advisor")
                .whereLayer("cases")
                .mayOnlyBeAccessedByLayers("testing", "advisor", "live", "blame", "mutation", "policy", "check")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("testing", "advisor", "live", "mutation")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("testing", "advisor", "live", "blame", "mutation", "engine")
                .whereLayer("match")
                .mayOnlyBeAccessedByLayers("engine", "policy")
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers(
                        "testing", "advisor", "live", "blame", "mutation", "engine", "policy", "match")
                .whereLayer("tables")
                .mayOnlyBeAccessedByLayers("check")
                .whereLayer("syntax")
                .mayOnlyBeAccessedByLayers(
                        "testing", "advisor", "blame", "mutation", "engine", "policy", "match", "check")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("cases")
                .whereLayer("files")
                .mayOnlyBeAccessedByLayers(
                        "testing",
                        "advisor",
                        "live",
                        "blame",
                        "mutation",
                        "cases",
                        "engine",
                        "policy",
                        "match",
                        "check",
                        "tables",
                        "syntax",
                        "json")
                .because("a policy flows from its files through syntax and check into the engine, a decision from the"
                        + " advisor through the engine to the policy, and neither ever back")
                .check(LIBRARY);
    }

    @Test
    void what_rule_files_touch_knows_no_engine() {
        classes()
                .that(resideInAPackage(ROOT + ".rules"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.joda.money..", "org.jspecify..", "org.recoveryrules.api", ROOT + ".rules"))
                .because("a rule file touches the API and the rules package alone")
                .check(LIBRARY);
    }

    @Test
    void cases_know_no_engine_and_no_policy() {
        classes()
                .that(resideInAPackage(ROOT + ".cases"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.joda.money..",
                        "org.jspecify..",
                        "org.recoveryrules.api",
                        ROOT + ".cases",
                        ROOT + ".files",
                        ROOT + ".json"))
                .because("cases are run against anything that decides")
                .check(LIBRARY);
    }

    @Test
    void nothing_outside_the_engine_opens_a_session() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".engine")
                .should()
                .callMethodWhere(target(nameMatching("newKieSession.*|newStatelessKieSession")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(KieSession.class)
                .because("sessions are confined where they are opened, reset and thrown away")
                .check(LIBRARY);
    }

    @Test
    void callers_see_no_engine_type() {
        classes()
                .that(resideInAPackage(ROOT))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.joda.money..", "org.jspecify..", "org.slf4j..", "org.recoveryrules.."))
                .because("an embedder needs no word of Drools")
                .check(LIBRARY);
    }

    @Test
    void only_compilers_tables_and_the_engine_know_drools() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".engine", ROOT + ".match", ROOT + ".policy", ROOT + ".tables")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KieBase.class.getPackageName() + "..", "org.drools..", "org.mvel2..")
                .because("Drools can be replaced in four packages")
                .check(LIBRARY);
    }

    @Test
    void only_json_knows_jackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("all else works without it on the class path")
                .check(LIBRARY);
    }

    @Test
    void only_metrics_knows_micrometer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".metrics")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .because("all else works without it on the class path")
                .check(LIBRARY);
    }

    @Test
    void only_a_reload_tells_the_time_of_day() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(LivePolicy.class)
                .should()
                .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethodWhere(target(nameMatching("getLastModifiedTime|lastModifiedTime|lastModified")))
                .orShould()
                .callConstructor(Date.class)
                .because(
                        "clocks jump: deadlines are measured, changes are found by contents, and people alone read times")
                .check(LIBRARY);
    }

    @Test
    void an_amount_is_a_value() {
        classes()
                .that()
                .areAssignableTo(Amount.class)
                .should()
                .haveOnlyFinalFields()
                .because("amounts are data")
                .check(LIBRARY);
    }
}
