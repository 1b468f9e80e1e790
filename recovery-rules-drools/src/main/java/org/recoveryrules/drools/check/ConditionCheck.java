package org.recoveryrules.drools.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.drools.check.FactField.Kind;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.AllOf;
import org.recoveryrules.drools.syntax.Condition.AnyOf;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Condition.NoneOf;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Constraint.Comparison;
import org.recoveryrules.drools.syntax.Operator;

/** Whether the conditions of a rule name fields that there are and compare them with what they can be. */
final class ConditionCheck {
    private static final String ASSESSMENT = ParadoxAssessment.class.getSimpleName();
    private static final Set<Operator> EQUALITY =
            EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.IN, Operator.NOT_IN);
    private static final Set<Operator> ORDER =
            EnumSet.of(Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL);
    private static final Map<Kind, Set<Operator>> OPERATORS = Map.of(
            Kind.CONSTANT, EQUALITY,
            Kind.ORDERED_CONSTANT, union(EQUALITY, ORDER),
            Kind.BOOLEAN, EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL),
            Kind.NUMBER, union(EQUALITY, ORDER),
            Kind.AMOUNT, union(EQUALITY, ORDER),
            Kind.SET, EnumSet.of(Operator.CONTAINS, Operator.NOT_CONTAINS));
    /** Fields of which a rule reads something else. */
    private static final Map<String, String> INSTEAD = Map.of(
            "price", "priceAmount, priceKnown",
            "loss", "lossAmount",
            "lifetimeValue", "lifetimeValueAmount",
            "delay", "delayHours",
            "entitlements", "entitledKinds",
            "requested", "requestMade");

    private static final int DIGITS = 9;
    private static final int AMOUNT_DIGITS = 12;

    private final FaultsInText faults;
    private boolean sound = true;

    ConditionCheck(FaultsInText faults) {
        this.faults = faults;
    }

    /** Checks conditions; whether nothing is wrong with them. */
    boolean check(List<Condition> conditions) {
        conditions.forEach(this::check);
        return sound;
    }

    private void check(Condition condition) {
        if (condition instanceof Fact fact) {
            checkFact(fact);
        } else if (condition instanceof AnyOf any) {
            any.conditions().forEach(this::check);
        } else if (condition instanceof AllOf all) {
            all.conditions().forEach(this::check);
        } else if (condition instanceof NoneOf none) {
            if (none.condition().type().text().equals(ASSESSMENT)) {
                fault(
                        none.condition().type(),
                        Code.VERDICT_NEGATED,
                        "'not' before " + ASSESSMENT + " also holds before there is a verdict",
                        "turn the comparison round: " + ASSESSMENT + "( verdict != … )");
            }
            checkFact(none.condition());
        }
    }

    private void checkFact(Fact fact) {
        String type = fact.type().text();
        if (FactField.factTypes().contains(type)) {
            fact.constraints()
                    .forEach(constraint -> constraint.comparisons().forEach(comparison -> check(type, comparison)));
        } else {
            fault(fact.type(), Code.FACT_UNKNOWN, "there is no fact '" + type + "'", factHint(type));
        }
    }

    private static String factHint(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (FactField.factTypes().contains(simple)) {
            return "write " + simple + " alone";
        }
        for (var part : FailureContext.class.getRecordComponents()) {
            if (part.getName().equalsIgnoreCase(simple)) {
                return "did you mean '" + part.getType().getSimpleName() + "'?";
            }
        }
        return Nearest.hint(simple, FactField.factTypes());
    }

    private void check(String type, Comparison comparison) {
        Name name = comparison.field();
        FactField.of(type, name.text()).ifPresentOrElse(field -> check(field, comparison), () -> {
            fieldUnknown(type, comparison);
            comparison.values().forEach(this::checkAsItself);
        });
    }

    /** A constant of a type that there is, whatever it is compared with. */
    private void checkAsItself(Constant value) {
        if (Vocabulary.isType(value.type())) {
            new ConstantCheck(faults).check(value.type(), value);
        }
    }

    private void fieldUnknown(String type, Comparison comparison) {
        Name field = comparison.field();
        Constant value = comparison.values().get(0);
        if (value.kind() == Constant.Kind.WORD
                && FactField.of(type, value.text()).isPresent()) {
            String hint = "turn it round: " + value.text() + " … " + field.text();
            fault(field, Code.FIELD_NOT_FIRST, "a comparison begins with its field", hint);
            return;
        }
        String message = type + " has no field '" + field.text() + "'";
        String elsewhere = FactField.factTypes().stream()
                .filter(other -> FactField.of(other, field.text()).isPresent())
                .map(other -> "it is a field of " + other + ": " + other + "( " + field.text() + " … )")
                .findFirst()
                .orElse("");
        String hint = elsewhere.isEmpty() ? Nearest.hint(field.text(), comparable(type)) : elsewhere;
        fault(field, Code.FIELD_UNKNOWN, message, hint);
    }

    private static Set<String> comparable(String type) {
        Set<String> comparable = new TreeSet<>(FactField.of(type).keySet());
        comparable.removeIf(field -> FactField.of(type).get(field).kind() == Kind.OTHER);
        return comparable;
    }

    private void check(FactField field, Comparison comparison) {
        Name name = comparison.field();
        Constant first = comparison.values().get(0);
        if (field.kind() == Kind.OTHER) {
            String message = "'" + name.text() + "' cannot be compared with a constant";
            fault(name, Code.FIELD_NOT_COMPARABLE, message, "read " + INSTEAD.get(name.text()));
        } else if (first.span().equals(name.span()) && field.kind() != Kind.BOOLEAN) {
            String message = "'" + name.text() + "' is compared with nothing";
            fault(name, Code.OPERATOR_MISSING, message, "such as " + name.text() + " " + example(field));
        } else if (!OPERATORS.get(field.kind()).contains(comparison.operator())) {
            operatorNotForField(field, comparison);
        } else {
            comparison.values().forEach(value -> check(field, value));
        }
    }

    private void operatorNotForField(FactField field, Comparison comparison) {
        String reason = switch (field.kind()) {
            case CONSTANT -> "the order of " + field.typeName() + " means nothing";
            case SET -> "it holds several constants";
            case BOOLEAN -> "it is true or false";
            default -> "it is one value, not several";
        };
        String hint = "allowed are "
                + String.join(
                        ", ",
                        OPERATORS.get(field.kind()).stream()
                                .map(Operator::toString)
                                .toList())
                + "; such as " + comparison.field().text() + " " + example(field);
        String message = "'" + comparison.operator() + "' cannot compare '"
                + comparison.field().text() + "': " + reason;
        fault(comparison.field(), comparison, message, hint);
    }

    private void fault(Name field, Comparison comparison, String message, String hint) {
        sound = false;
        int start = field.span().end();
        Matcher operator = Pattern.compile(comparison.operator().toString().replace(" ", "\\s+"))
                .matcher(faults.source().text())
                .region(start, comparison.span().end());
        Span span = operator.find() ? new Span(operator.start(), operator.end()) : comparison.span();
        faults.add(span, Code.OPERATOR_NOT_FOR_FIELD, message, hint);
    }

    private static String example(FactField field) {
        return switch (field.kind()) {
            case BOOLEAN -> "== true";
            case NUMBER -> ">= 1";
            case AMOUNT -> "> 100";
            case SET -> "contains " + field.typeName() + "." + field.constants().get(0);
            default -> "== " + field.typeName() + "." + field.constants().get(0);
        };
    }

    private void check(FactField field, Constant value) {
        if (!isWellQuoted(faults, value)) {
            sound = false;
            return;
        }
        switch (field.kind()) {
            case CONSTANT, ORDERED_CONSTANT, SET -> checkConstant(field, value);
            default -> checkNumberOrBoolean(field, value);
        }
    }

    private void checkNumberOrBoolean(FactField field, Constant value) {
        boolean isField = FactField.factTypes().stream()
                .anyMatch(type -> FactField.of(type, value.text()).isPresent());
        if (value.kind() == Constant.Kind.WORD && isField) {
            String message = "'" + value.text() + "' is no constant: a field is compared with constants only";
            fault(value, Code.VALUE_NOT_CONSTANT, message, "write one, such as " + example(field));
            return;
        }
        switch (field.kind()) {
            case BOOLEAN -> checkBoolean(value);
            case NUMBER -> checkNumber(value);
            default -> checkAmount(value);
        }
    }

    /** Whether a text stands between straight quotes; where it does not, that was told, and is fault enough. */
    static boolean isWellQuoted(FaultsInText faults, Constant value) {
        String written = faults.source().text(value.span());
        return value.kind() != Constant.Kind.TEXT || (written.startsWith("\"") && written.endsWith("\""));
    }

    private void checkConstant(FactField field, Constant value) {
        sound &= new ConstantCheck(faults).check(field.typeName(), value);
    }

    private void checkBoolean(Constant value) {
        if (value.kind() == Constant.Kind.TEXT && isBoolean(value.text())) {
            fault(value, Code.VALUE_QUOTED, "true and false stand without quotes", "write " + value.text());
        } else if (value.kind() != Constant.Kind.BOOLEAN) {
            fault(
                    value,
                    Code.VALUE_WRONG_KIND,
                    "this field is true or false, not " + shown(value),
                    isBoolean(value.text().toLowerCase(Locale.ROOT))
                            ? "write " + value.text().toLowerCase(Locale.ROOT)
                            : "write true or false");
        }
    }

    private static boolean isBoolean(String text) {
        return text.equals("true") || text.equals("false");
    }

    private void checkNumber(Constant value) {
        if (value.kind() == Constant.Kind.TEXT && value.text().matches("-?\\d+")) {
            fault(value, Code.VALUE_QUOTED, "a number stands without quotes", "write " + value.text());
        } else if (value.kind() != Constant.Kind.NUMBER || !value.text().matches("-?(0|[1-9]\\d*)")) {
            String message = "this field is a whole number, not " + shown(value);
            fault(value, Code.VALUE_WRONG_KIND, message, "write digits alone, such as 72");
        } else {
            requireDigits(value, DIGITS);
        }
    }

    private void checkAmount(Constant value) {
        if (value.kind() == Constant.Kind.TEXT && value.text().matches("-?\\d+(\\.\\d+)?")) {
            fault(value, Code.VALUE_QUOTED, "a number stands without quotes", "write " + exactly(value.text()));
        } else if (value.kind() != Constant.Kind.NUMBER || !value.text().matches("-?(0|[1-9]\\d*)(\\.\\d+)?B?")) {
            String message = "this field is a sum, not " + shown(value);
            fault(value, Code.VALUE_WRONG_KIND, message, "write digits alone, such as 100 or 99.50B");
        } else if (value.text().contains(".") && !value.text().endsWith("B")) {
            String message = value.text() + " is read inexactly, so that a sum of just as much may not be equal to it";
            String whole = value.text().replace(".", "");
            String hint = value.text().matches("-?\\d{1,3}\\.000")
                    ? "write " + whole + ", or " + value.text() + "B if the point begins the decimals"
                    : "write " + value.text() + "B";
            fault(value, Code.DECIMAL_INEXACT, message, hint);
        } else {
            requireDigits(value, AMOUNT_DIGITS);
        }
    }

    private static String exactly(String number) {
        return number.contains(".") ? number + "B" : number;
    }

    private void requireDigits(Constant value, int most) {
        if (value.text().replaceAll("\\D", "").length() > most) {
            fault(value, Code.NUMBER_TOO_LARGE, "a number has at most " + most + " digits here", "write a smaller one");
        }
    }

    private static String shown(Constant value) {
        return value.kind() == Constant.Kind.TEXT ? "the text \"" + value.text() + "\"" : value.text();
    }

    private void fault(Name name, Code code, String message, String hint) {
        sound = false;
        faults.add(name.span(), code, message, hint);
    }

    private void fault(Constant value, Code code, String message, String hint) {
        sound = false;
        faults.add(value.span(), code, message, hint);
    }

    private static Set<Operator> union(Set<Operator> one, Set<Operator> other) {
        Set<Operator> both = EnumSet.copyOf(one);
        both.addAll(other);
        return both;
    }
}
