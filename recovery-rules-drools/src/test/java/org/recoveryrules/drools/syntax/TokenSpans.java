package org.recoveryrules.drools.syntax;

import java.util.List;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.files.Span;

/** Where the tokens of a rule file stand, for tests outside of this package. */
public final class TokenSpans {
    private TokenSpans() {}

    /** The tokens of any text, as the parser gets them. */
    public static List<Span> of(String text) {
        return new Lexer(new FaultsInText(new SourceText("text", text), new Faults()))
                .tokens().stream().map(Token::span).toList();
    }
}
