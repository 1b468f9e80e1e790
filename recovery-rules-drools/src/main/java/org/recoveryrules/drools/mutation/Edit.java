package org.recoveryrules.drools.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recoveryrules.drools.files.Span;

/**
 * A part of a rule with one thing changed.
 *
 * @param changed the part as it is then
 * @param span where the thing that changes stands
 * @param before that thing as written
 * @param after what takes its place; empty if nothing does
 */
record Edit<T>(T changed, Span span, String before, String after) {
    /** This edit in the whole of which the part is one. */
    <W> Edit<W> in(Function<T, W> whole) {
        return new Edit<>(whole.apply(changed), span, before, after);
    }

    /** The edits of each member of a list, each in the list. */
    static <T> Stream<Edit<List<T>>> ofEach(List<T> members, Function<T, Stream<Edit<T>>> edits) {
        return IntStream.range(0, members.size())
                .boxed()
                .flatMap(i -> edits.apply(members.get(i)).map(edit -> edit.in(member -> replaced(members, i, member))));
    }

    /** The list with each member left out in turn. */
    static <T> Stream<Edit<List<T>>> leavingOutEach(List<T> members, Function<T, Span> span, Function<T, String> text) {
        return IntStream.range(0, members.size())
                .mapToObj(i ->
                        new Edit<>(without(members, i), span.apply(members.get(i)), text.apply(members.get(i)), ""));
    }

    private static <T> List<T> replaced(List<T> members, int index, T member) {
        List<T> others = new ArrayList<>(members);
        others.set(index, member);
        return others;
    }

    private static <T> List<T> without(List<T> members, int index) {
        List<T> others = new ArrayList<>(members);
        others.remove(index);
        return others;
    }
}
