package org.recoveryrules.drools.check;

import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.Argument;
import org.recoveryrules.drools.syntax.Argument.AmountSpelled;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Rendering;
import org.recoveryrules.drools.syntax.RuleNode;

/** Whether a consequence is a verb of {@code findings} with arguments that it takes. */
final class ConsequenceCheck {
    private static final String OFFER = "offer";
    private static final String KIND = RemedyKind.class.getSimpleName();
    /** What an argument can be that is no enum. */
    private static final String AMOUNT = "amount";

    private static final String WORDS = "words";
    private static final String PERIOD = "period";
    /** The verbs with what they take: the name of an enum, or one of the above. */
    private static final Map<String, List<String>> VERBS = new TreeMap<>(Map.ofEntries(
            Map.entry("barrier", List.of("Barrier")),
            Map.entry("ask", List.of("Question")),
            Map.entry("doubleDeviation", List.of()),
            Map.entry("approach", List.of("Approach")),
            Map.entry(OFFER, List.of(KIND, "Component", AMOUNT)),
            Map.entry("offerRequested", List.of()),
            Map.entry("withhold", List.of(KIND)),
            Map.entry("withholdGestures", List.of()),
            Map.entry("holdRestoration", List.of()),
            Map.entry("cap", List.of(AMOUNT)),
            Map.entry("limit", List.of("Authority", AMOUNT)),
            Map.entry("escalate", List.of("Authority")),
            Map.entry("review", List.of()),
            Map.entry("step", List.of("StepKind", WORDS)),
            Map.entry("followUp", List.of(PERIOD, WORDS))));

    private static final Map<String, String> EXAMPLES = Map.of(
            AMOUNT,
            "\"name.of.amount\"",
            WORDS,
            "\"what to do or say\"",
            PERIOD,
            "\"P3D\"",
            "Component",
            "Component.GESTURE");
    private static final Set<String> FACTORIES =
            Set.of("of", "percentOfPrice", "percentOfLoss", "percentOfLifetimeValue", "percentOfEntitlements");
    private static final Set<String> BOUNDS = Set.of("atLeast", "atMost");

    private final FaultsInText faults;
    private final Set<String> amounts;
    private boolean sound = true;

    ConsequenceCheck(FaultsInText faults, Set<String> amounts) {
        this.faults = faults;
        this.amounts = amounts;
    }

    /** The names of the verbs. */
    static Set<String> verbs() {
        return VERBS.keySet();
    }

    /** The amount that a call takes by its name, if it does. */
    static Optional<String> amountName(Call call) {
        List<String> takes = VERBS.getOrDefault(call.name().text(), List.of());
        return takes.contains(AMOUNT)
                        && call.arguments().size() == takes.size()
                        && call.arguments().get(takes.size() - 1) instanceof Constant name
                        && name.kind() == Constant.Kind.TEXT
                ? Optional.of(name.text())
                : Optional.empty();
    }

    /** Checks the consequence of a rule; whether nothing is wrong with it. */
    boolean check(RuleNode rule, Call call) {
        String verb = call.name().text();
        if (!VERBS.containsKey(verb)) {
            fault(
                    call.name().span(),
                    Code.VERB_UNKNOWN,
                    "findings has no verb '" + verb + "'",
                    Nearest.hint(verb, verbs()));
        } else if (verb.equals(OFFER)) {
            checkOffer(call);
        } else {
            checkArguments(call, VERBS.get(verb));
        }
        if (sound) {
            checkVerdict(rule, call);
        }
        return sound;
    }

    private void checkArguments(Call call, List<String> takes) {
        if (call.arguments().size() != takes.size()) {
            String message = "'%s' takes %s, but was given %d"
                    .formatted(
                            call.name().text(),
                            counted(takes.size()),
                            call.arguments().size());
            fault(
                    call.span(),
                    Code.ARGUMENTS_WRONG,
                    message,
                    "write " + example(call.name().text(), takes));
            return;
        }
        for (int i = 0; i < takes.size(); i++) {
            check(takes.get(i), call.arguments().get(i));
        }
    }

    private static String counted(int arguments) {
        return arguments == 0 ? "nothing" : arguments == 1 ? "one argument" : arguments + " arguments";
    }

    private static String example(String verb, List<String> takes) {
        return takes.isEmpty()
                ? "findings." + verb + "();"
                : takes.stream()
                        .map(type -> EXAMPLES.containsKey(type) ? EXAMPLES.get(type) : Vocabulary.written(type, ""))
                        .collect(Collectors.joining(", ", "findings." + verb + "( ", " );"));
    }

    private void check(String takes, Argument argument) {
        switch (takes) {
            case AMOUNT -> checkAmount(argument);
            case WORDS -> checkWords(argument);
            case PERIOD -> checkPeriod(argument);
            default -> {
                if (argument instanceof Constant constant) {
                    sound &= new ConstantCheck(faults).check(takes, constant);
                } else {
                    fault(
                            argument.span(),
                            Code.ARGUMENTS_WRONG,
                            "a constant of " + takes + " is meant here",
                            "such as " + Vocabulary.written(takes, ""));
                }
            }
        }
    }

    /** Words are offered by their kinds alone, money and things with a component and an amount. */
    private void checkOffer(Call call) {
        List<Argument> arguments = call.arguments();
        boolean given = arguments.size() == 3 && !isKind(arguments.get(1));
        if (arguments.isEmpty() || (!given && !arguments.stream().allMatch(ConsequenceCheck::isConstantLike))) {
            fault(
                    call.span(),
                    Code.ARGUMENTS_WRONG,
                    "'offer' takes kinds of words, or a kind, a component and an amount",
                    "write findings.offer( RemedyKind.APOLOGY ); or "
                            + example(OFFER, VERBS.get(OFFER)).replace("REFUND", "CREDIT"));
        } else if (given) {
            checkArguments(call, VERBS.get(OFFER));
            if (sound) {
                requireOfferOfGiven((Constant) arguments.get(0), (Constant) arguments.get(1));
            }
        } else {
            arguments.forEach(argument -> check(KIND, argument));
            if (sound) {
                arguments.forEach(argument -> requireWords((Constant) argument));
            }
        }
    }

    private static boolean isConstantLike(Argument argument) {
        return argument instanceof Constant constant
                && constant.kind() != Constant.Kind.NUMBER
                && (constant.kind() != Constant.Kind.TEXT || constant.text().matches("[A-Z_]+"))
                && (constant.kind() != Constant.Kind.ENUM
                        || constant.type().equals(KIND)
                        || !Vocabulary.isType(constant.type()));
    }

    private static boolean isKind(Argument argument) {
        return argument instanceof Constant constant
                && (constant.type().equals(KIND) || Vocabulary.constants(KIND).contains(constant.text()));
    }

    private void requireWords(Constant kind) {
        if (!RemedyKind.valueOf(kind.constant()).isWords()) {
            fault(
                    kind.span(),
                    Code.OFFER_WORDS,
                    kind.constant() + " is not words: its offer needs a component and an amount",
                    "write findings.offer( " + kind.text() + ", Component.GESTURE, \"name.of.amount\" );");
        }
    }

    private void requireOfferOfGiven(Constant kind, Constant component) {
        if (RemedyKind.valueOf(kind.constant()).isWords()) {
            fault(
                    kind.span(),
                    Code.OFFER_WORDS,
                    kind.constant() + " is words: its offer has no component and no amount",
                    "write findings.offer( " + kind.text() + " );");
        } else if (!Set.of("RESTORATION", "GESTURE").contains(component.constant())) {
            fault(
                    component.span(),
                    Code.OFFER_COMPONENT,
                    "an offer is of component RESTORATION or GESTURE, not " + component.constant(),
                    "RESTORATION makes whole, GESTURE is goodwill beyond that");
        }
    }

    private void checkAmount(Argument argument) {
        if (argument instanceof AmountSpelled amount) {
            checkSpelled(amount);
        } else if (argument instanceof Constant constant && constant.kind() == Constant.Kind.TEXT) {
            if (!amounts.contains(constant.text())) {
                String message = "policy.properties has no amount '" + constant.text() + "'";
                String hint = amounts.isEmpty()
                        ? "add amount." + constant.text() + " = percentOfPrice( 10 )"
                        : Nearest.hint(constant.text(), amounts);
                fault(constant.span(), Code.AMOUNT_UNKNOWN, message, hint);
            }
        } else {
            String hint = "such as \"name.of.amount\" or Amount.percentOfPrice( 10 )";
            fault(argument.span(), Code.ARGUMENTS_WRONG, "an amount is meant here", hint);
        }
    }

    private void checkSpelled(AmountSpelled amount) {
        for (int i = 0; i < amount.steps().size(); i++) {
            Call step = amount.steps().get(i);
            Set<String> allowed = i == 0 ? FACTORIES : BOUNDS;
            if (!allowed.contains(step.name().text())) {
                String what = i == 0 ? "Amount has no '" : "an amount has no bound '";
                fault(
                        step.name().span(),
                        Code.AMOUNT_FACTORY_UNKNOWN,
                        what + step.name().text() + "'",
                        Nearest.hint(step.name().text(), new TreeSet<>(allowed)));
                return;
            }
            if (!takes(step)) {
                return;
            }
        }
        checkNumbers(amount);
    }

    /** Told at the factory or the bound whose number cannot be. */
    private void checkNumbers(AmountSpelled amount) {
        for (int i = 0; i < amount.steps().size(); i++) {
            AmountSpelled begun = new AmountSpelled(amount.steps().subList(0, i + 1), amount.span());
            try {
                Amount.parse(Rendering.of(begun).substring("Amount.".length()));
            } catch (IllegalArgumentException e) {
                String hint = "such as Amount.percentOfPrice( 10 ) or Amount.of( \"25\" )";
                fault(amount.steps().get(i).span(), Code.AMOUNT_INVALID, e.getMessage(), hint);
                return;
            }
        }
    }

    /** Whether a factory or a bound is given what it takes. */
    private boolean takes(Call step) {
        String name = step.name().text();
        boolean text = name.equals("of") || BOUNDS.contains(name);
        List<Constant.Kind> kinds = name.equals("percentOfEntitlements")
                ? List.of(Constant.Kind.ENUM, Constant.Kind.NUMBER)
                : List.of(text ? Constant.Kind.TEXT : Constant.Kind.NUMBER);
        List<Constant.Kind> given = step.arguments().stream()
                .map(argument -> argument instanceof Constant constant ? constant.kind() : Constant.Kind.WORD)
                .toList();
        if (!given.equals(kinds)) {
            String example = name.equals("percentOfEntitlements") ? "RemedyKind.CREDIT, 120" : text ? "\"25\"" : "80";
            String message = "'" + name + "' takes "
                    + (text
                            ? "a sum in quotes"
                            : kinds.size() == 1 ? "a percentage without quotes" : "a kind and a percentage");
            fault(step.span(), Code.ARGUMENTS_WRONG, message, "write " + name + "( " + example + " )");
            return false;
        }
        Constant last = (Constant) step.arguments().get(kinds.size() - 1);
        if (!text && !last.text().matches("(0|[1-9]\\d*)(\\.\\d+)?")) {
            fault(
                    last.span(),
                    Code.AMOUNT_INVALID,
                    "a percentage is 0 to 1000, not " + last.text(),
                    "such as 80 or 2.5");
            return false;
        }
        return kinds.size() == 1 || checkKind((Constant) step.arguments().get(0));
    }

    private boolean checkKind(Constant kind) {
        boolean known = new ConstantCheck(faults).check(KIND, kind);
        sound &= known;
        return known;
    }

    private void checkWords(Argument argument) {
        if (!(argument instanceof Constant words) || words.kind() != Constant.Kind.TEXT) {
            fault(argument.span(), Code.ARGUMENTS_WRONG, "words in quotes are meant here", "write \"…\"");
        } else if (words.text().isBlank()) {
            fault(words.span(), Code.TEXT_BLANK, "these words say nothing", "say what to do or say");
        }
    }

    private void checkPeriod(Argument argument) {
        if (argument instanceof Constant period && period.kind() == Constant.Kind.TEXT) {
            if (!isPeriod(period.text())) {
                String message = "'" + period.text() + "' is no ISO 8601 period of 0 or more";
                fault(period.span(), Code.PERIOD_INVALID, message, "such as P3D (three days), P2W or P1M");
            }
        } else {
            fault(argument.span(), Code.ARGUMENTS_WRONG, "a period in quotes is meant here", "such as \"P3D\"");
        }
    }

    private static boolean isPeriod(String text) {
        try {
            return !Period.parse(text).isNegative();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A rule that waits for the verdict cannot change it. */
    private void checkVerdict(RuleNode rule, Call call) {
        boolean waits = rule.reads(ParadoxAssessment.class.getSimpleName());
        String verb = call.name().text();
        boolean touches = verb.equals("barrier")
                || (verb.equals("ask")
                        && Question.valueOf(((Constant) call.arguments().get(0)).constant())
                                .concernsVerdict());
        if (waits && touches) {
            fault(
                    call.span(),
                    Code.VERDICT_SETTLED,
                    "this rule reads the verdict, so it cannot find what makes the verdict",
                    "leave ParadoxAssessment out of its condition");
        }
    }

    private void fault(Span span, Code code, String message, String hint) {
        sound = false;
        faults.add(span, code, message, hint);
    }
}
