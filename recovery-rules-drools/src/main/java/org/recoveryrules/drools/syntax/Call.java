package org.recoveryrules.drools.syntax;

import java.util.List;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Span;

/**
 * A call with its arguments.
 *
 * @param name what is called
 * @param arguments what it is given
 * @param span where it stands
 */
public record Call(Name name, List<Argument> arguments, Span span) {}
