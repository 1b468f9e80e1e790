package org.recoveryrules.drools.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RemedyKind;

/**
 * How much, as data: a sum, or a share of something that the context knows. The settlement works it out. Immutable.
 *
 * <p>A sum is 0 or more, has at most twelve digits and is read in the currency of the policy; a percentage is 0 to 1000.
 * Every factory throws {@link IllegalArgumentException} if its number is outside that range or an argument is null.
 */
public final class Amount {
    private enum Base {
        SUM("of"),
        PRICE("percentOfPrice"),
        LOSS("percentOfLoss"),
        LIFETIME_VALUE("percentOfLifetimeValue"),
        ENTITLEMENTS("percentOfEntitlements");

        private final String factory;

        Base(String factory) {
            this.factory = factory;
        }
    }

    private static final int DIGITS = 12;
    private static final int PERCENT = 1000;
    private static final Pattern SUM = Pattern.compile("0*\\d{1,12}(\\.\\d{1,12})?");
    private static final Pattern SPELLED = Pattern.compile(
            "(?<base>\\w+)\\((?:(?:RemedyKind\\.)?(?<kind>[A-Z_]+),)?(?<quote>\"?)(?<number>\\d+(?:\\.\\d+)?)"
                    + "\\k<quote>\\)(?<bounds>(?:\\.at(?:Least|Most)\\(\"[^\"]*\"\\))*+)");
    private static final Pattern BOUND = Pattern.compile("\\.at(?<which>Least|Most)\\(\"(?<sum>[^\"]*)\"\\)");
    /** Space that separates nothing; that between two digits does. */
    private static final Pattern SPACE = Pattern.compile("(?<!\\w)\\s+|\\s+(?!\\w)");

    private final Base base;
    private final BigDecimal number;
    private final @Nullable RemedyKind kind;
    private final @Nullable BigDecimal least;
    private final @Nullable BigDecimal most;

    private Amount(
            Base base,
            BigDecimal number,
            @Nullable RemedyKind kind,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw new IllegalArgumentException("atMost must be atLeast (" + least + ") or more, but was " + most);
        }
        this.base = base;
        this.number = number;
        this.kind = kind;
        this.least = least;
        this.most = most;
    }

    /**
     * A sum: {@code Amount.of( "25" )}.
     *
     * @param sum digits, with a point if need be
     * @return the amount
     */
    public static Amount of(String sum) {
        return new Amount(Base.SUM, sum(sum), null, null, null);
    }

    /**
     * A share of the price, unknown where the price is: {@code Amount.percentOfPrice( 80 )}.
     *
     * @param percent 0 to 1000
     * @return the amount
     */
    public static Amount percentOfPrice(double percent) {
        return share(Base.PRICE, percent, null);
    }

    /**
     * A share of the loss: {@code Amount.percentOfLoss( 100 )}.
     *
     * @param percent 0 to 1000
     * @return the amount
     */
    public static Amount percentOfLoss(double percent) {
        return share(Base.LOSS, percent, null);
    }

    /**
     * A share of the customer lifetime value: {@code Amount.percentOfLifetimeValue( 1 )}.
     *
     * @param percent 0 to 1000
     * @return the amount
     */
    public static Amount percentOfLifetimeValue(double percent) {
        return share(Base.LIFETIME_VALUE, percent, null);
    }

    /**
     * A share of what is owed of one kind: {@code Amount.percentOfEntitlements( RemedyKind.CREDIT, 120 )}.
     *
     * @param kind the kind that is owed
     * @param percent 0 to 1000
     * @return the amount
     */
    public static Amount percentOfEntitlements(RemedyKind kind, double percent) {
        if (kind == null) {
            throw new IllegalArgumentException("kind of entitlement must be given, but was null");
        }
        return share(Base.ENTITLEMENTS, percent, kind);
    }

    /**
     * This amount, but never less than a sum: {@code Amount.percentOfPrice( 5 ).atLeast( "10" )}.
     *
     * @param sum the least
     * @return another amount
     */
    public Amount atLeast(String sum) {
        return new Amount(base, number, kind, sum(sum), most);
    }

    /**
     * This amount, but never more than a sum: {@code Amount.percentOfPrice( 5 ).atMost( "100" )}.
     *
     * @param sum the most
     * @return another amount
     */
    public Amount atMost(String sum) {
        return new Amount(base, number, kind, least, sum(sum));
    }

    /**
     * Reads an amount spelled as in a rule, without the leading {@code Amount.}; spaces do not matter.
     *
     * @param text such as {@code percentOfLifetimeValue( 1 ).atLeast( "25" ).atMost( "2000" )}
     * @return the amount
     * @throws IllegalArgumentException if it is not spelled so
     */
    public static Amount parse(String text) {
        Matcher spelled =
                SPELLED.matcher(text == null ? "" : SPACE.matcher(text).replaceAll(""));
        if (!spelled.matches()) {
            throw notSpelled(text);
        }
        Amount amount = parse(spelled, text);
        Matcher bound = BOUND.matcher(spelled.group("bounds"));
        while (bound.find()) {
            String sum = bound.group("sum");
            amount = bound.group("which").equals("Least") ? amount.atLeast(sum) : amount.atMost(sum);
        }
        return amount;
    }

    private static Amount parse(Matcher spelled, String text) {
        String number = spelled.group("number");
        double percent = Double.parseDouble(number);
        String base = spelled.group("kind") == null ? spelled.group("base") : spelled.group("base") + " of a kind";
        return switch (base) {
            case "of" -> of(number);
            case "percentOfPrice" -> percentOfPrice(percent);
            case "percentOfLoss" -> percentOfLoss(percent);
            case "percentOfLifetimeValue" -> percentOfLifetimeValue(percent);
            case "percentOfEntitlements of a kind" -> percentOfEntitlements(kind(spelled.group("kind")), percent);
            default -> throw notSpelled(text);
        };
    }

    private static RemedyKind kind(String name) {
        for (RemedyKind kind : RemedyKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind of entitlement must be one of "
                + Stream.of(RemedyKind.values()).map(RemedyKind::name).collect(Collectors.joining(", "))
                + ", but was " + name);
    }

    /**
     * What this comes to for one failure, not rounded.
     *
     * @param context what is known about the failure
     * @return the sum in the currency of the context, 0 or more; empty where it needs a price that is not known
     */
    public Optional<BigDecimal> in(FailureContext context) {
        return switch (base) {
            case SUM -> Optional.of(bounded(number));
            case PRICE -> context.failure().price().map(this::shareOf);
            case LOSS -> Optional.of(shareOf(context.failure().loss()));
            case LIFETIME_VALUE -> Optional.of(shareOf(context.customer().lifetimeValue()));
            case ENTITLEMENTS -> Optional.of(shareOf(owed(context)));
        };
    }

    /** The amount as {@link #parse} reads it, each in one way. */
    @Override
    public String toString() {
        String share = number.movePointRight(2).stripTrailingZeros().toPlainString();
        String given = base == Base.SUM ? quoted(number) : kind == null ? share : "RemedyKind." + kind + ", " + share;
        return base.factory + "( " + given + " )"
                + (least == null ? "" : ".atLeast( " + quoted(least) + " )")
                + (most == null ? "" : ".atMost( " + quoted(most) + " )");
    }

    private static String quoted(BigDecimal sum) {
        return '"' + sum.toPlainString() + '"';
    }

    private Money owed(FailureContext context) {
        Money owed = Money.zero(context.currency());
        for (Entitlement entitlement : context.claim().entitlements()) {
            if (entitlement.kind() == kind) {
                owed = owed.plus(entitlement.amount());
            }
        }
        return owed;
    }

    private BigDecimal shareOf(Money whole) {
        return bounded(whole.getAmount().multiply(number));
    }

    private BigDecimal bounded(BigDecimal value) {
        BigDecimal raised = least == null ? value : value.max(least);
        return most == null ? raised : raised.min(most);
    }

    private static Amount share(Base base, double percent, @Nullable RemedyKind kind) {
        if (!(percent >= 0 && percent <= PERCENT)) {
            throw new IllegalArgumentException("percentage must be 0 to " + PERCENT + ", but was " + percent);
        }
        return new Amount(base, BigDecimal.valueOf(percent).movePointLeft(2), kind, null, null);
    }

    private static BigDecimal sum(String sum) {
        if (sum == null || !SUM.matcher(sum).matches() || new BigDecimal(sum).precision() > DIGITS) {
            throw new IllegalArgumentException("sum must be of at most " + DIGITS
                    + " digits, such as \"25\" or \"2.50\", but was \"" + sum + "\"");
        }
        return new BigDecimal(sum);
    }

    private static IllegalArgumentException notSpelled(String text) {
        return new IllegalArgumentException(
                "amount must be spelled like percentOfPrice( 10 ).atLeast( \"5\" ), with of,"
                        + " percentOfPrice, percentOfLoss, percentOfLifetimeValue or percentOfEntitlements, but was "
                        + text);
    }
}
