package org.recoveryrules.drools;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.recoveryrules.drools.files.Code.*;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.files.Code;

/** A policy of the declarative profile runs nothing of its own: whatever would is refused before the engine sees it. */
class HostilePoliciesTest {
    /** What only the engine, or the check at its wits' end, tells. */
    private static final Set<String> NOT_REFUSED_AS_SUCH = Stream.of(
                    CHECK_FAILED, SYNTAX, DOES_NOT_COMPILE, RULE_FAILS, RULES_DO_NOT_END)
            .map(Code::toString)
            .collect(Collectors.toSet());

    /**
     * @param files the policy
     * @param code what is wrong with it
     * @param file where
     * @param line on which line; 0 where the whole file is at fault
     */
    record Attack(Map<String, String> files, Code code, String file, int line) {}

    @ParameterizedTest
    @MethodSource({
        "conditions",
        "consequences",
        "headers",
        "characters",
        "frames",
        "sizes",
        "folders",
        "tables",
        "settings"
    })
    void is_refused_before_the_engine_sees_it(Attack attack) {
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder().policy(MemoryOnly.of(attack.files()));

        List<Diagnostic> found = assertTimeoutPreemptively(Duration.ofMinutes(2), builder::check);

        assertThat(found)
                .filteredOn(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                .as("errors, among them %s at %s:%d", attack.code(), attack.file(), attack.line())
                .anyMatch(error -> error.code().equals(attack.code().toString())
                        && error.place().file().equals(attack.file())
                        && error.place().line() == attack.line())
                .noneMatch(error -> NOT_REFUSED_AS_SUCH.contains(error.code()));
        assertThat(catchThrowableOfType(InvalidPolicyException.class, builder::build)
                        .diagnostics())
                .isSubsetOf(found);
        assertThat(System.getProperty(Hit.PROPERTY)).isNull();
    }

    @Test
    void what_looks_like_code_in_a_text_comes_out_as_it_stands() {
        List<String> texts = List.of(
                "@{org.recoveryrules.drools.Hit.now()} ${x} #{x} {{x}} $$ %s {0}",
                "drools.halt(); update( x ); insert( y ); modify( z ) { } retract( z );",
                "x\\u0022 ); org.recoveryrules.drools.Hit.now(); //",
                "x\" ); org.recoveryrules.drools.Hit.now(); (\"",
                "end rule \"test.b\" when then findings.review(); end",
                "/* // */ \\n \\ 'x' `x` <b>x</b> \ud83d\ude00 \u00e9\tx");
        String[] rules = IntStream.range(0, texts.size())
                .mapToObj(i -> Policies.rule(
                        "test.text-" + i,
                        "ServiceFailure( )",
                        "findings.step( StepKind.SOLVE, \""
                                + texts.get(i).replace("\\", "\\\\").replace("\"", "\\\"") + "\" );"))
                .toArray(String[]::new);

        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().policy(Policies.of(rules)).build()) {
            assertThat(advisor.decide(Contexts.minor().build()).steps())
                    .singleElement()
                    .satisfies(step -> assertThat(step.words()).containsExactlyElementsOf(texts));
        }
        assertThat(System.getProperty(Hit.PROPERTY)).isNull();
    }

    static Stream<Named<Attack>> conditions() {
        return Stream.of(
                        entry(
                                "ServiceFailure( System.setProperty( \"recovery.hit\", \"x\" ) == null )",
                                CALL_NOT_ALLOWED),
                        entry("ServiceFailure( org.recoveryrules.drools.Hit.now() )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( org.recoveryrules.drools.Hit.now() == true )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( accepted == org.recoveryrules.drools.Hit.now() )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( accepted == Hit.now() )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( accepted == Hit.now )", VALUE_WRONG_KIND),
                        entry("ServiceFailure( accepted == new org.recoveryrules.drools.Hit() )", VALUE_NOT_CONSTANT),
                        entry("ServiceFailure( severity == Hit.done )", TYPE_UNKNOWN),
                        entry("ServiceFailure( Runtime.getRuntime().exec( \"touch hit\" ) != null )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( severity.getClass() != null )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( severity.class.classLoader != null )", FIELD_PATH),
                        entry(
                                "ServiceFailure( class.forName( \"org.recoveryrules.drools.Hit\" ) != null )",
                                CALL_NOT_ALLOWED),
                        entry("ServiceFailure( class != null )", FIELD_UNKNOWN),
                        entry("ServiceFailure( getClass() != null )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( hashCode == 0 )", FIELD_UNKNOWN),
                        entry("ServiceFailure( this.severity == Severity.MAJOR )", FIELD_PATH),
                        entry("ServiceFailure( this != null )", FIELD_UNKNOWN),
                        entry("ServiceFailure( severity == Severity.valueOf( \"MAJOR\" ) )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( severity == Severity.values()[ 0 ] )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( severity in ( Severity.MAJOR, Hit.now() ) )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( severity in ( Hit.values[ 0 ] ) )", VALUE_NOT_CONSTANT),
                        entry("ServiceFailure( price!.amount > 1 )", FIELD_PATH),
                        entry("ServiceFailure( price.get().isZero() )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( price.( present, orElseThrow().zero ) )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( priceAmount > lossAmount )", VALUE_NOT_CONSTANT),
                        entry("ServiceFailure( priceAmount > 1 + 1 )", ARITHMETIC_NOT_ALLOWED),
                        entry("ServiceFailure( priceAmount * 2 > 1 )", ARITHMETIC_NOT_ALLOWED),
                        entry("ServiceFailure( (Hit) severity == Severity.MAJOR )", FIELD_UNKNOWN),
                        entry("ServiceFailure( severity instanceof Severity )", OPERATOR_UNKNOWN),
                        entry("ServiceFailure( severity matches \"(a+)+b\" )", OPERATOR_UNKNOWN),
                        entry("ServiceFailure( severity str[startsWith] \"M\" )", OPERATOR_UNKNOWN),
                        entry("ServiceFailure( severity soundslike \"major\" )", OPERATOR_UNKNOWN),
                        entry("ServiceFailure( severity memberOf $list )", OPERATOR_UNKNOWN),
                        entry("ServiceFailure( severity ~matches Severity.MAJOR )", OPERATOR_UNKNOWN),
                        entry("ServiceFailure( accepted ? Hit.now() : false )", OPERATOR_UNKNOWN),
                        entry("ServiceFailure( accepted = Hit.now() )", ASSIGNMENT),
                        entry("ServiceFailure( $s : Hit.now() )", BINDING_NOT_ALLOWED),
                        entry("ServiceFailure( $s := severity )", BINDING_NOT_ALLOWED),
                        entry("$f : ServiceFailure( )", BINDING_NOT_ALLOWED),
                        entry("ServiceFailure( eval( Hit.now() ) )", CALL_NOT_ALLOWED),
                        entry("ServiceFailure( { Hit.now() } )", CONSTRAINT_MISSING),
                        entry("ServiceFailure( [ Hit.now() ] )", CONSTRAINT_MISSING),
                        entry("ServiceFailure( ?accepted )", CONSTRAINT_MISSING),
                        entry("ServiceFailure( accepted -> Hit.now() )", OPERATOR_UNKNOWN),
                        entry("ServiceFailure( x -> { Hit.now(); return true; } )", OPERATOR_UNKNOWN),
                        entry("eval( org.recoveryrules.drools.Hit.now() )", CONSTRUCT_NOT_ALLOWED),
                        entry("ServiceFailure( ) eval( Hit.now() )", CONSTRUCT_NOT_ALLOWED),
                        entry("String( ) from org.recoveryrules.drools.Hit.now()", CONSTRUCT_NOT_ALLOWED),
                        entry("ServiceFailure( ) from entry-point \"hit\"", CONSTRUCT_NOT_ALLOWED),
                        entry("accumulate( Claim( ); $n : count( 1 ); $n > Hit.now() )", CONSTRUCT_NOT_ALLOWED),
                        entry(
                                "Number( ) from accumulate( Claim( ), init( Hit.now(); ), action( ), result( 1 ) )",
                                CONSTRUCT_NOT_ALLOWED),
                        entry("java.util.List( ) from collect( Claim( ) )", CONSTRUCT_NOT_ALLOWED),
                        entry("exists( Claim( ) and eval( Hit.now() ) )", CONSTRUCT_NOT_ALLOWED),
                        entry("forall( Claim( ) )", CONSTRUCT_NOT_ALLOWED),
                        entry("not( Claim( ) or Area( ) )", BRACKET_MISSING),
                        entry("groupby( Claim( ); Hit.now(); count( 1 ) )", CONSTRUCT_NOT_ALLOWED),
                        entry("do[ hit ] Claim( )", CONSTRUCT_NOT_ALLOWED),
                        entry("if( Hit.now() ) do[ hit ]", CONSTRUCT_NOT_ALLOWED),
                        entry("ServiceFailure( ) over window:length( 1 )", CONSTRUCT_NOT_ALLOWED),
                        entry("?hit( 1; )", TEXT_UNEXPECTED),
                        entry("/failure[ Hit.now() ]", TEXT_UNEXPECTED),
                        entry("Object( )", FACT_UNKNOWN),
                        entry("java.lang.Runtime( )", FACT_UNKNOWN),
                        entry("org.recoveryrules.api.ServiceFailure( )", FACT_UNKNOWN),
                        entry("org.recoveryrules.drools.Hit( )", FACT_UNKNOWN),
                        entry("Findings( )", FACT_UNKNOWN),
                        entry("ServiceFailure[ 0 ]( )", TEXT_UNEXPECTED),
                        entry("ServiceFailure<Hit>( )", FACT_MISSING),
                        entry("@watch( * ) ServiceFailure( )", TEXT_UNEXPECTED),
                        entry("not ParadoxAssessment( verdict == Verdict.APPLIES )", VERDICT_NEGATED))
                .map(attack -> when(attack.getKey(), attack.getValue()));
    }

    static Stream<Named<Attack>> consequences() {
        return Stream.of(
                        entry("org.recoveryrules.drools.Hit.now();", CONSEQUENCE_NOT_FINDINGS),
                        entry("new org.recoveryrules.drools.Hit();", CONSEQUENCE_NOT_FINDINGS),
                        entry("System.exit( 1 );", CONSEQUENCE_NOT_FINDINGS),
                        entry("while( true ) { }", CONSEQUENCE_NOT_FINDINGS),
                        entry("{ findings.review(); }", CONSEQUENCE_NOT_FINDINGS),
                        entry("if( Hit.now() ) findings.review();", CONSEQUENCE_NOT_FINDINGS),
                        entry("drools.halt();", CONSEQUENCE_NOT_FINDINGS),
                        entry("kcontext.getKieRuntime();", CONSEQUENCE_NOT_FINDINGS),
                        entry("insert( new org.recoveryrules.drools.Hit() );", CONSEQUENCE_NOT_FINDINGS),
                        entry("modify( $f ) { }", CONSEQUENCE_NOT_FINDINGS),
                        entry("Findings f = findings; f.review();", CONSEQUENCE_NOT_FINDINGS),
                        entry("findings = null;", CONSEQUENCE_NOT_FINDINGS),
                        entry("findings.review(); org.recoveryrules.drools.Hit.now();", STATEMENT_SECOND),
                        entry("findings.review(); ;", STATEMENT_SECOND),
                        entry("findings.review(), Hit.now();", TEXT_UNEXPECTED),
                        entry("findings.review() + Hit.now();", TEXT_UNEXPECTED),
                        entry("findings.review().toString();", TEXT_UNEXPECTED),
                        entry("findings.getClass();", VERB_UNKNOWN),
                        entry("findings.getClass().getClassLoader();", TEXT_UNEXPECTED),
                        entry("findings.wait();", VERB_UNKNOWN),
                        entry("findings.speaks( \"other\" );", VERB_UNKNOWN),
                        entry("findings.rules.clear();", BRACKET_MISSING),
                        entry("findings::review;", CONSEQUENCE_NOT_FINDINGS),
                        entry("findings.step( StepKind.SOLVE, Hit.now() );", CALL_NOT_ALLOWED),
                        entry("findings.step( StepKind.SOLVE, \"\" + Hit.now() );", ARGUMENT_NOT_CONSTANT),
                        entry("findings.step( StepKind.SOLVE, new String( \"x\" ) );", ARGUMENT_NOT_CONSTANT),
                        entry("findings.step( StepKind.SOLVE, String.valueOf( Hit.now() ) );", CALL_NOT_ALLOWED),
                        entry("findings.step( StepKind.values()[ 0 ], \"x\" );", CALL_NOT_ALLOWED),
                        entry("findings.step( (StepKind) null, \"x\" );", VALUE_MISSING),
                        entry("findings.step( null, \"x\" );", ARGUMENT_NOT_CONSTANT),
                        entry("findings.step( StepKind.SOLVE, System.lineSeparator );", ARGUMENTS_WRONG),
                        entry("findings.offer( new RemedyKind[] { RemedyKind.APOLOGY } );", ARGUMENT_NOT_CONSTANT),
                        entry("findings.offer( () -> Hit.now() );", VALUE_MISSING),
                        entry("findings.offer( x -> Hit.now() );", ARGUMENT_NOT_CONSTANT),
                        entry("findings.offer( RemedyKind::valueOf );", ARGUMENT_NOT_CONSTANT),
                        entry(
                                "findings.offer( Hit.now() ? RemedyKind.APOLOGY : RemedyKind.APOLOGY );",
                                CALL_NOT_ALLOWED),
                        entry("findings.offer( RemedyKind.APOLOGY = RemedyKind.CREDIT );", ARGUMENT_NOT_CONSTANT),
                        entry("findings.offer( findings.review() );", CALL_NOT_ALLOWED),
                        entry("findings.cap( Amount.of( Hit.now() ) );", CALL_NOT_ALLOWED),
                        entry("findings.cap( Amount.of( Amount.of( \"1\" ) ) );", ARGUMENT_NOT_CONSTANT),
                        entry("findings.cap( Amount.of( \"1\" ).getClass() );", AMOUNT_FACTORY_UNKNOWN),
                        entry("findings.cap( Amount.parse( \"of( 1 )\" ) );", AMOUNT_FACTORY_UNKNOWN),
                        entry("findings.cap( Amount.percentOfPrice( 1e9 ) );", AMOUNT_INVALID),
                        entry("findings.cap( Amount.percentOfPrice( 0x7f ) );", AMOUNT_INVALID),
                        entry("findings.cap( Amount.percentOfPrice( 010 ) );", AMOUNT_INVALID),
                        entry("findings.cap( Amount.percentOfPrice( 1/0 ) );", ARGUMENT_NOT_CONSTANT),
                        entry("findings.cap( Amount.percentOfPrice( -1 ) );", AMOUNT_INVALID),
                        entry("findings.cap( org.recoveryrules.drools.rules.Amount.of( \"1\" ) );", CALL_NOT_ALLOWED),
                        entry(
                                "findings.step( StepKind.SOLVE, \"x\\u0022 ); org.recoveryrules.drools.Hit.now(); //\" );",
                                TEXT_ESCAPE),
                        entry("findings.step( StepKind.SOLVE, \"x\\\\\" ); Hit.now(); //\" );", STATEMENT_SECOND),
                        entry("findings.step( StepKind.SOLVE, \"x\\\" ); Hit.now(); //\" ", BRACKET_MISSING),
                        entry("findings.step( StepKind.SOLVE, 'x' );", QUOTE_SINGLE),
                        entry("findings.step( StepKind.SOLVE, \"\"\"x\"\"\" );", COMMA_MISSING),
                        entry("findings.\\u0072eview();", CHARACTER_UNKNOWN),
                        entry("/* end */ findings.review(); /* */ Hit.now(); // */", STATEMENT_SECOND),
                        entry("findings.review(); end rule \"test.b\" when then Hit.now();", CONSEQUENCE_NOT_FINDINGS))
                .map(attack -> then(attack.getKey(), attack.getValue()));
    }

    /** What stands between the name of a rule and its condition, and in place of the name. */
    static Stream<Named<Attack>> headers() {
        return Stream.of(
                        entry("\"test.a\" @because( \"b\" ) @source( \"s\" ) @hit( Hit.now() )", ANNOTATION_MALFORMED),
                        entry("\"test.a\" @because( Hit.now() ) @source( \"s\" )", ANNOTATION_MALFORMED),
                        entry("\"test.a\" @because( \"b\", hit = \"x\" ) @source( \"s\" )", ANNOTATION_MALFORMED),
                        entry(
                                "\"test.a\" @because( \"b\" ) @source( \"s\" ) @org.recoveryrules.drools.Hit( \"x\" )",
                                BRACKET_MISSING),
                        entry(
                                "\"test.a\" @because( \"b\" ) @source( \"s\" ) @Propagation( EAGER )",
                                ANNOTATION_MALFORMED),
                        entry("\"test.a\" @because( \"b\" ) @source( \"s\" ) salience 10", ATTRIBUTE_NOT_ALLOWED),
                        entry(
                                "\"test.a\" salience( Hit.now() ) @because( \"b\" ) @source( \"s\" )",
                                ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\" enabled( Hit.now() )", ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\" timer( cron: 0/1 * * * * ? )", ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\" timer( expr: Hit.now() )", ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\" calendars \"hit\"", ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\" date-effective \"01-Jan-2000\"", ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\" dialect \"mvel\"", ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\" agenda-group \"hit\"", ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\" no-loop", ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\" extends \"test.b\"", CONSTRUCT_NOT_ALLOWED),
                        entry("\"test.a\" attributes salience 1", ATTRIBUTE_NOT_ALLOWED),
                        entry("\"test.a\"; System.exit( 1 );", TEXT_UNEXPECTED),
                        entry("\"test.a\\\" when then Hit.now(); end\"", RULE_NAME_MALFORMED),
                        entry("\"test.@{Hit.now()}\"", RULE_NAME_MALFORMED),
                        entry("\"../test.a\"", RULE_NAME_MALFORMED),
                        entry("Hit", RULE_NAME_MALFORMED))
                .map(attack -> hostile(
                        "rule " + attack.getKey(),
                        rules("rule " + attack.getKey() + "\nwhen\nthen\nfindings.review();\nend\n"),
                        attack.getValue(),
                        6));
    }

    static Stream<Named<Attack>> characters() {
        return Stream.of(
                        entry("\u0001", 1),
                        entry("a\u0008b", 1),
                        entry("// a\u007fb", 1),
                        entry("/* a\u001b[2Jb */", 1),
                        entry("// a \u202e b", 1),
                        entry("/* \u2066 */", 1),
                        entry("\u202e", 1),
                        entry("a\ufeff", 1),
                        entry("\u2028", 1),
                        entry("\u00a0", 1),
                        entry("// a\u2028System.exit( 1 );", 1),
                        entry("\u037e", 1),
                        entry("#", 1),
                        entry("\\u0072ule", 1),
                        entry("`", 1),
                        entry("\ud83d\ude00", 1))
                .map(attack -> hostile(
                        "characters " + escaped(attack.getKey()),
                        Map.of(
                                "policy.properties",
                                "name = test\nversion = 1\ncurrency = USD\n",
                                "test/test.drl",
                                attack.getKey() + "\n" + Policies.files(RULE).get("test/test.drl")),
                        CHARACTER_UNKNOWN,
                        attack.getValue()));
    }

    /** What stands beside the rules of a file. */
    static Stream<Named<Attack>> frames() {
        return Stream.of(
                        entry("import static org.recoveryrules.drools.Hit.now;", IMPORT_NOT_ALLOWED),
                        entry("import org.recoveryrules.drools.Hit;", IMPORT_NOT_ALLOWED),
                        entry("import java.lang.*;", IMPORT_NOT_ALLOWED),
                        entry("import org.recoveryrules.*;", IMPORT_NOT_ALLOWED),
                        entry("import org.recoveryrules.api.Policy;", IMPORT_NOT_ALLOWED),
                        entry("import org.recoveryrules.api.Severity.*;", IMPORT_NOT_ALLOWED),
                        entry("import com.example.ServiceFailure;", IMPORT_NOT_ALLOWED),
                        entry("import function org.recoveryrules.drools.Hit.now;", IMPORT_NOT_ALLOWED),
                        entry("import accumulate org.recoveryrules.drools.Hit hit;", IMPORT_NOT_ALLOWED),
                        entry("package org.recoveryrules.api.test;", TEXT_UNEXPECTED),
                        entry("global java.lang.Runtime runtime;", GLOBAL_NOT_ALLOWED),
                        entry("global org.recoveryrules.drools.Hit findings;", GLOBAL_NOT_ALLOWED),
                        entry("global org.recoveryrules.drools.rules.Findings other;", GLOBAL_NOT_ALLOWED),
                        entry("function boolean hit() { return Hit.now(); }", CONSTRUCT_NOT_ALLOWED),
                        entry("query hit() ServiceFailure() end", CONSTRUCT_NOT_ALLOWED),
                        entry("declare Hit end", CONSTRUCT_NOT_ALLOWED),
                        entry("declare ServiceFailure @role( event ) end", CONSTRUCT_NOT_ALLOWED),
                        entry("declare enum Severity MILD; end", CONSTRUCT_NOT_ALLOWED),
                        entry("declare trait Hit end", CONSTRUCT_NOT_ALLOWED),
                        entry("declare window Hit ServiceFailure() over window:length( 1 ) end", CONSTRUCT_NOT_ALLOWED),
                        entry("unit Hit;", CONSTRUCT_NOT_ALLOWED),
                        entry("expander hit.dsl", CONSTRUCT_NOT_ALLOWED),
                        entry("template header", CONSTRUCT_NOT_ALLOWED),
                        entry("dialect \"mvel\"", ATTRIBUTE_NOT_ALLOWED),
                        entry("salience 10", ATTRIBUTE_NOT_ALLOWED),
                        entry("attributes dialect \"mvel\"", ATTRIBUTE_NOT_ALLOWED),
                        entry("System.exit( 1 );", TEXT_UNEXPECTED),
                        entry("/* /* */ System.exit( 1 ); */", TEXT_UNEXPECTED),
                        entry("*/", TEXT_UNEXPECTED),
                        entry("@Hit rule \"test.b\" when then findings.review(); end", TEXT_UNEXPECTED))
                .map(attack -> hostile(attack.getKey(), rules(attack.getKey() + "\n" + RULE), attack.getValue(), 6));
    }

    static Stream<Named<Attack>> sizes() {
        int many = 100_000;
        return Stream.of(
                when("round brackets in a fact", "Claim( " + "( ".repeat(many) + "requestMade", CONDITION_TOO_DEEP),
                when("negations", "Claim( " + "!".repeat(many) + "requestMade )", CONDITION_TOO_DEEP),
                when("round brackets", "( ".repeat(many) + "Claim( )", CONDITION_TOO_DEEP),
                when(
                        "brackets that are closed",
                        "( ".repeat(many) + "Claim( )" + " )".repeat(many),
                        CONDITION_TOO_DEEP),
                when("not after not", "not ".repeat(many) + "Claim( )", TEXT_UNEXPECTED),
                when("a long path", "Claim( a" + ".a".repeat(many) + " == 1 )", FIELD_PATH),
                when("a long type", "Claim" + ".a".repeat(many) + "( )", FACT_UNKNOWN),
                when("a long word", "Claim( " + "a".repeat(many) + " )", TEXT_TOO_LONG),
                when("a long number", "Claim( compensatedClaims == " + "9".repeat(many) + " )", NUMBER_TOO_LARGE),
                when(
                        "a long fraction",
                        "Customer( lifetimeValueAmount > 0." + "0".repeat(many) + "1B )",
                        NUMBER_TOO_LARGE),
                when(
                        "a long list",
                        "Claim( compensatedClaims in ( " + series(many, ", ", "%d") + " ) )",
                        CONDITION_TOO_LARGE),
                when(
                        "a long or",
                        "Claim( " + series(20_000, " || ", "compensatedClaims == %d") + " )",
                        CONDITION_TOO_LARGE),
                when(
                        "a long and",
                        "Claim( " + series(20_000, " && ", "compensatedClaims != %d") + " )",
                        CONDITION_TOO_LARGE),
                when("many facts", "Claim( ) ".repeat(many), CONDITION_TOO_LARGE),
                when(
                        "many facts in a group",
                        "( Claim( )" + " or Area( )".repeat(many - 50_000) + " )",
                        CONDITION_TOO_LARGE),
                when(
                        "groups that multiply",
                        "( Claim( requestMade ) or Area( breakProne ) ) ".repeat(30),
                        CONDITION_TOO_LARGE),
                when("commas", "Claim( " + ", ".repeat(many) + " )", CONSTRAINT_MISSING),
                then(
                        "amounts in amounts",
                        "findings.cap( " + "Amount.of( ".repeat(80_000) + " );",
                        ARGUMENT_NOT_CONSTANT),
                then(
                        "many bounds",
                        "findings.cap( Amount.of( \"1\" )" + ".atLeast( \"1\" )".repeat(10_000) + " ).x;",
                        TEXT_UNEXPECTED),
                then(
                        "many arguments",
                        "findings.offer( " + "RemedyKind.CREDIT, ".repeat(40_000) + "RemedyKind.CREDIT );",
                        OFFER_WORDS),
                then("a long call", "findings" + ".a".repeat(many) + "();", BRACKET_MISSING),
                then("a long text", "findings.step( StepKind.SOLVE, \"" + "x".repeat(many) + "\" );", TEXT_TOO_LONG),
                then("a long sum", "findings.cap( Amount.of( \"" + "9".repeat(many) + "\" ) );", AMOUNT_INVALID),
                then(
                        "a long percentage",
                        "findings.cap( Amount.percentOfPrice( " + "9".repeat(many) + " ) );",
                        TEXT_TOO_LONG),
                then("brackets", "findings.review" + "( ".repeat(many) + ";", VALUE_MISSING),
                then("many statements", "findings.review(); ".repeat(50_000), STATEMENT_SECOND),
                hostile("zeros in every other byte", rules("\u0000a".repeat(100)), ENCODING, 0),
                hostile(
                        "a large table of cases",
                        with("test/test.cases.csv", "case,rules\n" + "a,-\n".repeat(400_000)),
                        FILE_TOO_LARGE,
                        "test/test.cases.csv",
                        0),
                hostile(
                        "an open quote in a table of cases",
                        with("test/test.cases.csv", "case,rules\n\"" + "a,\n".repeat(300_000)),
                        CASE_QUOTE_MISSING,
                        "test/test.cases.csv",
                        2),
                hostile(
                        "a long line in a table of cases",
                        with("test/test.cases.csv", "case,rules\n" + ",".repeat(900_000)),
                        CASE_COLUMN_MISSING,
                        "test/test.cases.csv",
                        1),
                hostile(
                        "brackets in cases in JSON",
                        with("test/test.cases.json", "[".repeat(900_000)),
                        CASES_MALFORMED,
                        "test/test.cases.json",
                        1),
                hostile(
                        "numbers for cases in JSON",
                        with("test/test.cases.json", "[\"\ud834\udd1e\"" + ",0".repeat(400_000) + "]"),
                        CASE_VALUE_INVALID,
                        "test/test.cases.json",
                        1),
                hostile(
                        "many cases on one line in JSON",
                        with("test/test.cases.json", "[" + "{\"case\":\"\ud834\udd1e\"},".repeat(50_000) + "0]"),
                        CASE_CONTEXT_INVALID,
                        "test/test.cases.json",
                        1),
                hostile(
                        "many names in a case in JSON",
                        with("test/test.cases.json", "[{" + "\"a\":1,".repeat(120_000) + "\"case\":1}]"),
                        CASE_KEY_UNKNOWN,
                        "test/test.cases.json",
                        1),
                hostile(
                        "many rules in a case in JSON",
                        with(
                                "test/test.cases.json",
                                "[{\"case\":\"a\",\"context\":{},\"expected\":{\"rules\":[" + "\"a\",".repeat(200_000)
                                        + "\"b\"]}}]"),
                        CASE_RULE_UNKNOWN,
                        "test/test.cases.json",
                        1),
                hostile(
                        "a large exponent in a case in JSON",
                        with(
                                "test/test.cases.json",
                                "[{\"case\":\"a\",\"context\":{\"price\":1e999999999},\"expected\":{\"total\":1e99999999999}}]"),
                        CASE_VALUE_INVALID,
                        "test/test.cases.json",
                        1),
                hostile(
                        "a long name",
                        rules("rule \"test." + "a-".repeat(many) + "a\"\nwhen then end"),
                        TEXT_TOO_LONG,
                        6),
                hostile("many rules", rules(RULE.repeat(many)), FILE_TOO_LARGE, 0),
                hostile("many rules in many files", manyFiles(), RULES_TOO_MANY, "memory", 0),
                hostile("a long line", rules(" ".repeat(10_000_000) + "x"), FILE_TOO_LARGE, 0),
                hostile("a long line of words", rules("x ".repeat(400_000)), TEXT_UNEXPECTED, 6),
                hostile("a long line of signs", rules("\u20ac\u00a3".repeat(180_000)), CHARACTER_UNKNOWN, 6),
                hostile("a long line of rules", rules("rule ".repeat(150_000)), RULE_NAME_MALFORMED, 6),
                hostile("a long line of quotes", rules("'".repeat(900_000)), QUOTE_SINGLE, 6),
                hostile(
                        "many lines of brackets",
                        rules("rule \"test.a\" when\n" + "(\n".repeat(400_000)),
                        CONDITION_TOO_DEEP,
                        27),
                hostile("many open comments", rules("/*".repeat(400_000)), COMMENT_OPEN, 6),
                hostile(
                        "many annotations",
                        rules("rule \"test.a\" " + "@a( \"b\" ) ".repeat(90_000) + "when then end"),
                        ANNOTATION_UNKNOWN,
                        6),
                hostile("many imports", rules("import a;\n".repeat(90_000) + RULE), IMPORT_NOT_ALLOWED, 6),
                hostile("many globals", rules("global a b;\n".repeat(80_000) + RULE), GLOBAL_NOT_ALLOWED, 6));
    }

    /** What lies in the folder beside the rules. */
    static Stream<Named<Attack>> folders() {
        return Stream.concat(
                Stream.of(
                                entry("META-INF/kmodule.xml", FILE_UNKNOWN),
                                entry("kmodule.xml", FILE_UNKNOWN),
                                entry("test/Hit.class", FILE_UNKNOWN),
                                entry("test/Hit.java", FILE_UNKNOWN),
                                entry("hit.jar", FILE_UNKNOWN),
                                entry("test/hit.drl.java", FILE_UNKNOWN),
                                entry("test/hit.drl.txt", FILE_UNKNOWN),
                                entry("test/hit.DRL", FILE_UNKNOWN),
                                entry("test/hit.dsl", FILE_UNKNOWN),
                                entry("test/hit.rdrl", FILE_UNKNOWN),
                                entry("test/hit.gdst", FILE_UNKNOWN),
                                entry("test/hit.bpmn2", FILE_UNKNOWN),
                                entry("META-INF/services/org.kie.api.KieServices", FILE_UNKNOWN),
                                entry("drools.properties", FILE_UNKNOWN),
                                entry("Policy.properties", FILE_UNKNOWN),
                                entry("../policy.properties", PATH_INVALID),
                                entry("hit.drl", TOPIC_INVALID),
                                entry("/test.drl", PATH_INVALID),
                                entry("/etc/test.drl", PATH_INVALID),
                                entry("../test.drl", PATH_INVALID),
                                entry("../../etc/test.drl", PATH_INVALID),
                                entry("./test/test.drl", PATH_INVALID),
                                entry("test/../test.drl", PATH_INVALID),
                                entry("test/test/test.drl", TOPIC_INVALID),
                                entry("org.recoveryrules.api/test.drl", TOPIC_INVALID),
                                entry("java lang/test.drl", TOPIC_INVALID),
                                entry("test/", PATH_INVALID),
                                entry("test//test.drl", PATH_INVALID),
                                entry("test/./test.drl", PATH_INVALID),
                                entry("test/..", PATH_INVALID),
                                entry("..", PATH_INVALID),
                                entry("/", PATH_INVALID),
                                entry("C:/test.drl", PATH_INVALID),
                                entry("c:test.drl", PATH_INVALID),
                                entry("//server/share/test.drl", PATH_INVALID),
                                entry("file:/etc/test.drl", TOPIC_INVALID),
                                entry("~/test.drl", TOPIC_INVALID),
                                entry("%2e%2e/test.drl", TOPIC_INVALID),
                                entry("a/".repeat(11) + "README.md", PATH_INVALID))
                        .map(attack -> hostile(
                                attack.getKey(), with(attack.getKey(), RULE), attack.getValue(), attack.getKey(), 0)),
                Stream.of(
                                entry("", "memory"),
                                entry(" ", "memory"),
                                entry("test\\test.drl", "test/test.drl"),
                                entry("..\\test.drl", "../test.drl"),
                                entry("\\etc\\test.drl", "/etc/test.drl"),
                                entry("test/\u202elrd.exe", "test/\ufffdlrd.exe"),
                                entry("test/a\u0000.drl", "test/a\ufffd.drl"),
                                entry("test/a\nb.drl", "test/a\ufffdb.drl"),
                                entry("a" + "-a".repeat(100_000) + "-/test.drl", "a" + "-a".repeat(249) + "-"),
                                entry("\u0327\u0301".repeat(500_000) + "/test.drl", "\u0327\u0301".repeat(250)))
                        .map(path -> hostile(
                                "path " + (path.getKey().length() > 100 ? "of length" : "'" + path.getKey() + "'"),
                                with(path.getKey(), RULE),
                                PATH_INVALID,
                                path.getValue(),
                                0)));
    }

    /** What stands in the cells of a decision table. */
    static Stream<Named<Attack>> tables() {
        String api = "Import;org.recoveryrules.api.*;";
        String when = "severity == $param";
        String then = "ask( $param )";
        String major = "Severity.MAJOR";
        String cause = "Question.CAUSE";
        return Stream.of(
                table("a call as a value", api, when, then, "Hit.now()", cause, CALL_NOT_ALLOWED, 10),
                table(
                        "out of a fact",
                        api,
                        when,
                        then,
                        "Severity.MAJOR ) eval( Hit.now()",
                        cause,
                        CONSTRUCT_NOT_ALLOWED,
                        10),
                table("out of a call", api, when, then, major, "\"Question.CAUSE ); Hit.now(\"", STATEMENT_SECOND, 10),
                table("a call as an argument", api, when, then, major, "Hit.now()", CALL_NOT_ALLOWED, 10),
                table("a call as a condition", api, "Hit.now() == $param", then, "true", cause, CALL_NOT_ALLOWED, 8),
                table("no verb", api, when, "getClass()", major, "x", VERB_UNKNOWN, 8),
                table(
                        "an import",
                        "Import;org.recoveryrules.drools.Hit;",
                        when,
                        then,
                        major,
                        cause,
                        IMPORT_NOT_ALLOWED,
                        2),
                table(
                        "a function",
                        api + "\nFunctions;\"function boolean hit() { return Hit.now(); }\";",
                        when,
                        then,
                        major,
                        cause,
                        CONSTRUCT_NOT_ALLOWED,
                        3),
                table(
                        "a query",
                        api + "\nQueries;query hit() eval( Hit.now() ) end;",
                        when,
                        then,
                        major,
                        cause,
                        CONSTRUCT_NOT_ALLOWED,
                        3));
    }

    private static Named<Attack> table(
            String name, String imports, String when, String then, String value, String argument, Code code, int line) {
        String text = """
                RuleSet;test;
                %s
                Variables;org.recoveryrules.drools.rules.Findings findings;

                RuleTable Hostile;;;;
                NAME;CONDITION;ACTION;METADATA;METADATA
                ;ServiceFailure;findings;;
                ;%s;%s;"because( ""$param"" )";"source( ""$param"" )"
                Rule;When;Then;Because;Source
                test.row;%s;%s;so it is;a test
                """.formatted(imports, when, then, value, argument);
        return hostile("a table with " + name, with("test/table.csv", text), code, "test/table.csv", line);
    }

    static Stream<Named<Attack>> settings() {
        return Stream.of(
                        entry("amount.a = Amount.of( Hit.now() )", AMOUNT_INVALID),
                        entry("amount.a = of( 1e9 )", AMOUNT_INVALID),
                        entry("amount.a = of( 0x7f )", AMOUNT_INVALID),
                        entry("amount.a = percentOfPrice( 1e9 )", AMOUNT_INVALID),
                        entry("amount.a = percentOfPrice( 1001 )", AMOUNT_INVALID),
                        entry("amount.a = percentOfPrice( NaN )", AMOUNT_INVALID),
                        entry("amount.a = percentOfPrice( " + "9".repeat(100_000) + " )", AMOUNT_INVALID),
                        entry("amount.a = of( 0." + "0".repeat(100_000) + "1 )", AMOUNT_INVALID),
                        entry("amount.a = of( " + "9".repeat(900_000) + " )", AMOUNT_INVALID),
                        entry(
                                "amount.a = of( 1 )" + ".atLeast( \"9\" ).atMost( \"1\" )".repeat(20_000),
                                AMOUNT_INVALID),
                        entry("amount.a = of( \"1\" ); System.exit( 1 )", AMOUNT_INVALID),
                        entry("amount.a = \\u006ff( \\u0022x )", AMOUNT_INVALID),
                        entry("lookBack = P999999999999Y", LOOK_BACK_INVALID),
                        entry("lookBack = -P1Y", LOOK_BACK_INVALID),
                        entry("settlement.cap = a\\u001b[2Jb", SETTINGS_MALFORMED),
                        entry("settlement.cap = a\\u202eb", SETTINGS_MALFORMED),
                        entry("settlement.cap = a\\nERROR all is well", SETTINGS_MALFORMED),
                        entry("settlement.cap = a\\u00zz", SETTINGS_MALFORMED),
                        entry("n\\u0061me = other", SETTING_TWICE),
                        entry("profile = TRUSTED", SETTING_UNKNOWN),
                        entry("drools.dialect = mvel", SETTING_UNKNOWN),
                        entry("include.standard = ../../etc", INCLUDE_UNKNOWN),
                        entry("without.standard = paradox.x", WITHOUT_UNKNOWN))
                .map(attack -> hostile(
                        attack.getKey().length() > 100 ? attack.getKey().substring(0, 30) + "\u2026" : attack.getKey(),
                        with("policy.properties", "name = a\nversion = 1\ncurrency = USD\n" + attack.getKey() + "\n"),
                        attack.getValue(),
                        "policy.properties",
                        4));
    }

    private static final String RULE = Policies.rule("test.rule", "ServiceFailure( accepted )", "findings.review();");

    private static Named<Attack> when(String condition, Code code) {
        return when(condition, condition, code);
    }

    private static Named<Attack> when(String name, String condition, Code code) {
        return hostile(name, rules(Policies.rule("test.rule", condition, "findings.review();")), code, 10);
    }

    private static Named<Attack> then(String consequence, Code code) {
        return then(consequence, consequence, code);
    }

    private static Named<Attack> then(String name, String consequence, Code code) {
        return hostile(name, rules(Policies.rule("test.rule", "ServiceFailure( accepted )", consequence)), code, 12);
    }

    private static Named<Attack> hostile(String name, Map<String, String> files, Code code, int line) {
        return hostile(name, files, code, "test/test.drl", line);
    }

    private static Named<Attack> hostile(String name, Map<String, String> files, Code code, String file, int line) {
        return Named.of(escaped(name), new Attack(files, code, file, line));
    }

    private static Map<String, String> rules(String text) {
        return Policies.files(text);
    }

    private static Map<String, String> with(String path, String text) {
        Map<String, String> files = new TreeMap<>(Policies.files(RULE));
        files.put(path, text);
        return files;
    }

    private static Map<String, String> manyFiles() {
        Map<String, String> files = new TreeMap<>(Policies.files(RULE));
        IntStream.range(0, 4).forEach(i -> files.put("test/test-" + i + ".drl", RULE.repeat(3_000)));
        return files;
    }

    private static String series(int count, String separator, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(separator));
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(character -> character < ' ' || character > '~'
                        ? "U+%04X".formatted(character)
                        : Character.toString(character))
                .collect(Collectors.joining());
    }

    /** Files in memory whose paths are taken as they are. */
    private record MemoryOnly(Map<String, byte[]> files) implements PolicySource {
        static MemoryOnly of(Map<String, String> texts) {
            Map<String, byte[]> files = new TreeMap<>();
            texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
            return new MemoryOnly(files);
        }

        @Override
        public Map<String, byte[]> read() {
            return files;
        }

        @Override
        public String toString() {
            return "memory";
        }
    }
}
