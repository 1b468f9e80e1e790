package org.recoveryrules.drools.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.TokenSpans;

/** Mistakes in a text, from a character to a whole rule: what people do to one, and what nobody would. */
final class TextEdits {
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\\\r\\n]|\\\\.)*+\"|[\\p{L}_$][\\p{L}\\p{Nd}_$]*+|\\d++(?:\\.\\d++)?|[<>=!&|]{2}|[^\\s\\w]");
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*+(?:\\r\\n|\\r|\\n)|[^\\r\\n]++");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^rule .*?^end\\R?|^\\{.*?^\\}|(?:^[^\\r\\n]+\\R)+");

    /** Characters that look like others, like nothing, turn the text around, or mean something. */
    private static final String CHARACTERS =
            "\0\u0007\u001b\u007f\u0085\t\n\r\f\u000b\u2028\u2029\ufeff\u200b\u200d\u202e\u2066"
                    + "\u2069\u00a0\u3000\u00ad\u0301\uffff\ufffd\ufb01\uff21\uff1d\uff11\u0663\u0130\u0131\u00df\u0430\u05d0\ud83d\ude00"
                    + "\ud835\udc00\u201c\u201d\u2018\u00ab\u2265\u2013\u2026\"'`\\/*#%$@()[]{}<>=!&|,;:.-+?~^_ 09aZ";

    /** Words that mean something somewhere: in rules, in settings, in tables, in cases, in workbooks. */
    private static final List<String> WORDS = listed("""
            0  -1  1  0.1  10.10B  1B  1L  1.0.0  1e9  1e999999999  -0  007  0x10  1_000  .5  2147483647
            2147483648  9223372036854775808  999999999999  99999999999999999999999999  null  true  false  not
            exists  forall  or  and  ||  &&  ==  !=  <  <=  >  >=  in  not in  contains  matches  memberOf  =
            ->  !  (  )  ((((((((  ))))))))  !(!(!(!(  {  }  [  ]  ,  ;  .  :  :=  @  ""  " "  "x"  "  'x'  /*
            */  //  package  import  import static  global  rule  when  then  end  extends  salience 1  no-loop
            enabled false  eval  from  accumulate  function  declare  query  @because( "x" )  @source( "x" )  @x
            findings  findings.review();  ServiceFailure  ServiceFailure( )  Customer  FailureHistory  Claim
            Handling  Area  ParadoxAssessment  Severity.MAJOR  Severity  MAJOR  Verdict.APPLIES
            Barrier.SEVERITY  RemedyKind.CREDIT  RemedyKind.APOLOGY  Component.GESTURE  Authority.AGENT
            StepKind.SOLVE  Amount.of( "25" )  Amount.percentOfPrice( 80 )  .atLeast( "1" )  of( "25" )
            percentOfPrice( 80 )  percentOfEntitlements( RemedyKind.CREDIT, 120 )  severity  priceAmount
            priorFailures  risks  verdict  delayHours  this  class  $x  System  Runtime.getRuntime()
            org.recoveryrules.drools.Hit.now()  P3D  PT36H  -P1D  P999999999Y  PT9999999999H  USD  XXX  JPY
            name  version  currency  lookBack  include.standard  without.standard
            include.standard = paradox, remedy  amount.x = of( "1" )  settlement.cap  RuleSet  RuleTable  Import
            Variables  Functions  Sequential  CONDITION  ACTION  METADATA  NAME  PRIORITY  $param  $1
            forall(||){$}  =1+1  #REF!  case  base  context  expected  rules  remedies  lifetimeValue  price  -
            []  {}  {"amount": 1}  <  >  &amp;  &x;  &#0;  <!DOCTYPE x [<!ENTITY x "y">]>  <f>1+1</f>
            <c r="ZZZ99999999" t="s"><v>99</v></c>  <mergeCell ref="A1:XFD1048576"/>  t="e"  r="A0"  /*  */  //  \\u0022  \\"  ""  ...  %s  ${x}  @{x}
            """);

    private final RandomGenerator random;
    private final Supplier<String> other;

    /**
     * Begins to make mistakes.
     *
     * @param random says which
     * @param other gives another text, of which parts are taken
     */
    TextEdits(RandomGenerator random, Supplier<String> other) {
        this.random = random;
        this.other = other;
    }

    /** The text with one mistake; of a rule file the tokens are those of its own lexer. */
    String edit(String path, String text) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> character(text);
            case 2, 3, 4, 5, 6, 7 -> token(text, tokens(path, text), tokens(path, other.get()));
            case 8 -> parts(text, LINE);
            case 9 -> parts(text, BLOCK);
            case 10 -> text.substring(0, random.nextInt(text.length() + 1));
            default -> whole(text);
        };
    }

    /**
     * The text of a rule file with another token in a condition or consequence, one that stands elsewhere behind the
     * same ones: often the rule stays whole and says something else.
     */
    String vary(String path, String text) {
        List<String> pieces = tokens(path, text);
        List<Integer> within = new ArrayList<>();
        boolean inRule = false;
        for (int at = 1; at < pieces.size(); at += 2) {
            inRule = pieces.get(at).equals("when") || inRule && !pieces.get(at).equals("end");
            if (inRule) {
                within.add(at);
            }
        }
        Collections.shuffle(within, new Random(random.nextLong()));
        List<String> others = random.nextBoolean() ? pieces : tokens(path, other.get());
        for (int at : within) {
            String token = fitting(pieces, at, others);
            if (!token.equals(pieces.get(at))) {
                pieces.set(at, token);
                return String.join("", pieces);
            }
        }
        return String.join("", pieces);
    }

    private String character(String text) {
        int at = random.nextInt(text.length() + 1);
        String special = special();
        if (at == text.length()) {
            return text + special;
        }
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        String here = text.substring(at, at + 1);
        return switch (random.nextInt(6)) {
            case 0 -> before + after;
            case 1 -> before + here + here + after;
            case 2 -> before + special + after;
            case 3 -> before + here.repeat(random.nextInt(3_000)) + after;
            case 4 -> before + otherCase(here) + after;
            default -> before + special + here + after;
        };
    }

    private String special() {
        int[] characters = CHARACTERS.codePoints().toArray();
        return Character.toString(characters[random.nextInt(characters.length)]);
    }

    private static String otherCase(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
    }

    private static List<String> tokens(String path, String text) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        List<Span> spans = path.endsWith(".drl") ? TokenSpans.of(text) : spans(text);
        for (Span span : spans) {
            if (span.end() > span.start()) {
                pieces.add(text.substring(at, span.start()));
                pieces.add(text.substring(span.start(), span.end()));
                at = span.end();
            }
        }
        pieces.add(text.substring(at));
        return pieces;
    }

    private static List<Span> spans(String text) {
        return TOKEN.matcher(text)
                .results()
                .map(token -> new Span(token.start(), token.end()))
                .toList();
    }

    /** The text in pieces, at every odd place a token, what is between them at the even ones. */
    private String token(String text, List<String> pieces, List<String> others) {
        int tokens = pieces.size() / 2;
        if (tokens == 0) {
            return character(text);
        }
        int at = 1 + 2 * random.nextInt(tokens);
        int second = 1 + 2 * random.nextInt(tokens);
        String token = pieces.get(at);
        switch (random.nextInt(15)) {
            case 0 -> pieces.set(at, "");
            case 1 -> pieces.set(at, token + " " + token);
            case 2 -> Collections.swap(pieces, at, second);
            case 3 -> pieces.set(at, pieces.get(second));
            case 4 -> pieces.set(at, others.size() < 2 ? "" : others.get(1 + 2 * random.nextInt(others.size() / 2)));
            case 5, 6 -> pieces.set(at, any(WORDS));
            case 7 -> pieces.set(at, any(WORDS) + " " + token);
            case 8 ->
                pieces.subList(at, Math.min(pieces.size(), at + random.nextInt(20)))
                        .clear();
            case 9 -> pieces.set(at, character(token));
            case 10 -> pieces.set(at, (token + " ").repeat(2 + random.nextInt(random.nextInt(20) == 0 ? 3_000 : 20)));
            default -> pieces.set(at, fitting(pieces, at, random.nextBoolean() ? pieces : others));
        }
        return String.join("", pieces);
    }

    /** A token that stands elsewhere behind the same two; the same one where there is none. */
    private String fitting(List<String> pieces, int at, List<String> others) {
        int tokens = others.size() / 2;
        int start = random.nextInt(Math.max(1, tokens));
        for (int i = 0; at > 3 && i < tokens; i++) {
            int there = 1 + 2 * ((start + i) % tokens);
            boolean fits = there > 3
                    && others.get(there - 2).equals(pieces.get(at - 2))
                    && others.get(there - 4).equals(pieces.get(at - 4));
            if (fits && !others.get(there).equals(pieces.get(at))) {
                return others.get(there);
            }
        }
        return pieces.get(at);
    }

    private String parts(String text, Pattern pattern) {
        List<String> parts = new ArrayList<>(matches(text, pattern));
        if (parts.isEmpty()) {
            return character(text);
        }
        int at = random.nextInt(parts.size());
        int second = random.nextInt(parts.size());
        String part = parts.get(at);
        switch (random.nextInt(8)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.add(at, part);
            case 2 -> Collections.swap(parts, at, second);
            case 3 -> parts.add(second, parts.remove(at));
            case 4 -> parts.add(at, foreign(pattern));
            case 5 -> parts.set(at, foreign(pattern));
            case 6 -> parts.set(at, part.stripTrailing() + " ");
            default -> {
                int middle = random.nextInt(part.length() + 1);
                parts.set(at, part.substring(0, middle) + foreign(pattern) + part.substring(middle));
            }
        }
        return String.join("", parts);
    }

    private String foreign(Pattern pattern) {
        List<String> parts = matches(other.get(), pattern);
        return parts.isEmpty() ? "" : any(parts);
    }

    /** The matches, and what is between them. */
    private static List<String> matches(String text, Pattern pattern) {
        List<String> parts = new ArrayList<>();
        int[] at = {0};
        pattern.matcher(text).results().forEach(match -> {
            if (match.start() > at[0]) {
                parts.add(text.substring(at[0], match.start()));
            }
            parts.add(match.group());
            at[0] = match.end();
        });
        if (at[0] < text.length()) {
            parts.add(text.substring(at[0]));
        }
        return parts;
    }

    private String whole(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> text.replace("\n", "\r\n");
            case 1 -> text.replace('\n', '\r');
            case 2 -> "\ufeff" + text;
            case 3 -> text.substring(random.nextInt(text.length() + 1));
            default -> {
                String second = other.get();
                yield text.substring(0, random.nextInt(text.length() + 1))
                        + second.substring(random.nextInt(second.length() + 1));
            }
        };
    }

    /** What stands in a text, with two spaces or a line end between. */
    static List<String> listed(String text) {
        return List.of(text.strip().split(" {2}|\n"));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
