package org.recoveryrules.drools.files;

import java.util.Locale;
import org.recoveryrules.api.Diagnostic.Level;

/** Everything that can be wrong with a policy, by its stable name. */
public enum Code {
    // The folder and its files.
    POLICY_UNREADABLE,
    POLICY_TOO_LARGE,
    PATH_INVALID,
    LINK_INVALID,
    FILE_UNREADABLE,
    FILE_UNKNOWN,
    FILE_EMPTY,
    FILE_TOO_LARGE,
    FILE_NOT_RULES,
    TOPIC_INVALID,
    ENCODING,
    RULES_MISSING,
    RULES_TOO_MANY,
    CONDITIONS_TOO_LARGE,
    CASES_TOO_MANY,
    CHECK_FAILED,

    // policy.properties.
    SETTINGS_MISSING,
    SETTINGS_MALFORMED,
    SETTING_UNKNOWN,
    SETTING_MISSING,
    SETTING_TWICE,
    CURRENCY_UNKNOWN,
    LOOK_BACK_INVALID,
    AMOUNT_INVALID,
    AMOUNT_UNUSED(Level.WARNING),
    INCLUDE_UNKNOWN,
    WITHOUT_UNKNOWN,

    // The characters and the frame of a rule file.
    CHARACTER_UNKNOWN,
    QUOTE_CURLY,
    QUOTE_SINGLE,
    QUOTE_MISSING,
    TEXT_ESCAPE,
    TEXT_TOO_LONG,
    COMMENT_OPEN,
    KEYWORD_UNKNOWN,
    WHEN_MISSING,
    THEN_MISSING,
    END_MISSING,
    BRACKET_MISSING,
    BRACKET_UNEXPECTED,
    COMMA_MISSING,
    SEMICOLON_MISSING,
    TEXT_UNEXPECTED,
    CONSTRUCT_NOT_ALLOWED,
    ATTRIBUTE_NOT_ALLOWED,
    HEADER_MISSING(Level.WARNING),

    // What stands above the rules.
    PACKAGE_MISSING,
    PACKAGE_NOT_FOLDER,
    IMPORT_NOT_ALLOWED,
    IMPORT_MISSING,
    IMPORT_UNUSED(Level.WARNING),
    GLOBAL_NOT_ALLOWED,
    FINDINGS_MISSING,

    // A rule as a whole.
    RULE_UNNAMED,
    RULE_NAME_MALFORMED,
    RULE_NOT_TOPIC,
    RULE_DUPLICATE,
    RULE_SAME(Level.WARNING),
    BECAUSE_MISSING,
    BECAUSE_SENTENCE(Level.WARNING),
    SOURCE_MISSING,
    ANNOTATION_UNKNOWN,
    ANNOTATION_TWICE,
    ANNOTATION_MALFORMED,

    // Conditions.
    FACT_UNKNOWN,
    FACT_MISSING,
    BINDING_NOT_ALLOWED,
    CALL_NOT_ALLOWED,
    ARITHMETIC_NOT_ALLOWED,
    CONSTRAINT_MISSING,
    FIELD_UNKNOWN,
    FIELD_MISSING,
    FIELD_NOT_COMPARABLE,
    FIELD_NOT_FIRST,
    FIELD_PATH,
    OPERATOR_MISSING,
    OPERATOR_UNKNOWN,
    OPERATOR_NOT_FOR_FIELD,
    ASSIGNMENT,
    VALUE_MISSING,
    VALUE_QUOTED,
    VALUE_WRONG_KIND,
    VALUE_NOT_CONSTANT,
    CONSTANT_UNKNOWN,
    CONSTANT_UNTYPED,
    CONSTANT_WRONG_TYPE,
    TYPE_UNKNOWN,
    DECIMAL_INEXACT,
    NUMBER_TOO_LARGE,
    VERDICT_NEGATED,
    CONDITION_NEVER,
    CONDITION_ALWAYS(Level.WARNING),
    CONDITION_TOO_DEEP,
    CONDITION_TOO_LARGE,

    // Consequences.
    CONSEQUENCE_EMPTY,
    CONSEQUENCE_NOT_FINDINGS,
    STATEMENT_SECOND,
    VERB_UNKNOWN,
    ARGUMENTS_WRONG,
    ARGUMENT_NOT_CONSTANT,
    AMOUNT_UNKNOWN,
    AMOUNT_FACTORY_UNKNOWN,
    PERIOD_INVALID,
    TEXT_BLANK,
    OFFER_WORDS,
    OFFER_COMPONENT,
    VERDICT_SETTLED,

    // Decision tables.
    TABLE_UNSUPPORTED,
    TABLE_UNREADABLE,
    TABLE_TOO_LARGE,
    TABLE_MISSING,
    TABLE_SHEET,
    TABLE_SETTING,
    TABLE_HEADER,
    TABLE_SNIPPET,
    TABLE_ROW,
    TABLE_MERGED,
    TABLE_VALUE,
    TABLE_INVALID,

    // Tables of cases.
    CASES_WITHOUT_RULES,
    CASES_UNSUPPORTED,
    CASES_MALFORMED,
    CASES_EMPTY(Level.WARNING),
    CASE_HEADER_MISSING,
    CASE_COLUMN_UNKNOWN,
    CASE_COLUMN_TWICE,
    CASE_COLUMN_MISSING,
    CASE_KEY_UNKNOWN,
    CASE_ROW_UNEVEN,
    CASE_QUOTE_MISSING,
    CASE_VALUE_INVALID,
    CASE_CONTEXT_INVALID,
    CASE_BASE_UNKNOWN,
    CASE_BASE_NOT_EARLIER,
    CASE_SENTENCE_MISSING,
    CASE_EXPECTATION_MISSING,
    CASE_RULE_UNKNOWN,
    CASE_DUPLICATE(Level.WARNING),

    // What the engine refuses all the same, mostly in trusted policies.
    SYNTAX,
    DOES_NOT_COMPILE,
    RULE_FAILS,
    RULES_DO_NOT_END,

    // What keeps a policy from serving though it could decide.
    CASE_FAILS,
    CURRENCY_CHANGED,
    LOAD_FAILED;

    private final Level level;

    Code() {
        this(Level.ERROR);
    }

    Code(Level level) {
        this.level = level;
    }

    /** How much it matters. */
    public Level level() {
        return level;
    }

    /** The name as it stands in a diagnostic, {@code field-unknown}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
