package org.recoveryrules.drools.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.json.JsonValue.Members;
import org.recoveryrules.drools.json.JsonValue.Nothing;

/** What a document states of a failure context. Immutable. Internal: not for callers. */
public final class StatedContext {
    /** The path of a context as a whole. */
    public static final String PATH = "context";

    private static final List<String> KNOWN_AT_THE_TOP = Stream.concat(
                    Input.PARTS.keySet().stream(), Input.BY_NAME.keySet().stream())
            .toList();

    /** What states nothing. */
    public static final StatedContext NOTHING = new StatedContext(Map.of(), true);

    private final Map<String, Stated<?>> stated;
    private final boolean sound;

    /**
     * One component.
     *
     * @param value its value; nothing if it has its default, or if something is wrong with it
     */
    private record Stated<T>(Input<T> input, Span span, Optional<T> value) {
        static <T> Stated<T> read(Input<T> input, JsonValue value, JsonReading document) {
            boolean byDefault =
                    value instanceof Nothing && document.currency().isPresent() && !Input.CORE.contains(input);
            return new Stated<>(
                    input,
                    value.span(),
                    byDefault ? Optional.empty() : input.kind().read(value, input.path(), document));
        }

        /** One of which it is known only that it was meant to be there. */
        static <T> Stated<T> meant(Input<T> input, Span span) {
            return new Stated<>(input, span, Optional.empty());
        }

        void set(FailureContext.Builder context) {
            value.ifPresent(given -> input.setter().accept(context, given));
        }
    }

    private StatedContext(Map<String, Stated<?>> stated, boolean sound) {
        this.stated = stated;
        this.sound = sound;
    }

    /**
     * Reads what a value states. In a document of one currency a null stands for the default.
     *
     * @param value the value
     * @param document where it is noted what is wrong with it
     * @return all that is right; nothing if the value is no object
     */
    public static Optional<StatedContext> of(JsonValue value, JsonReading document) {
        if (!(value instanceof Members object)) {
            return document.refuse(value, PATH, "a JSON object");
        }
        int before = document.noted();
        Map<String, Stated<?>> stated = new LinkedHashMap<>();
        Set<String> top = document.members(object, "", KNOWN_AT_THE_TOP, (name, member) -> {
            if (Input.PARTS.containsKey(name)) {
                part(name, member, stated, document);
            } else {
                stated.put(name, Stated.read(Input.BY_NAME.get(name), member, document));
            }
        });
        Set<String> read =
                object.members().stream().map(member -> member.name().text()).collect(Collectors.toSet());
        top.stream()
                .filter(name -> !read.contains(name))
                .forEach(name -> addMeant(Input.PARTS.getOrDefault(name, List.of(name)), object.span(), stated));
        if (isAnyOf(top, Input.PARTS.keySet()) && isAnyOf(top, Input.BY_NAME.keySet())) {
            String message = "must have every component in its part, or every component without";
            document.fault(Code.CASE_CONTEXT_INVALID, PATH, message);
        }
        return Optional.of(new StatedContext(stated, document.noted() == before));
    }

    private static boolean isAnyOf(Set<String> names, Set<String> others) {
        return names.stream().anyMatch(others::contains);
    }

    private static void part(String part, JsonValue value, Map<String, Stated<?>> stated, JsonReading document) {
        List<String> known = Input.PARTS.get(part);
        if (value instanceof Members object) {
            Set<String> given = document.members(
                    object,
                    part,
                    known,
                    StatedContext::belongs,
                    (name, component) -> stated.put(name, Stated.read(Input.BY_NAME.get(name), component, document)));
            addMeant(given, value.span(), stated);
        } else {
            document.refuse(value, part, "an object of " + String.join(", ", known));
            addMeant(known, value.span(), stated);
        }
    }

    /** What was meant to be there is not missing as well. */
    private static void addMeant(Collection<String> names, Span span, Map<String, Stated<?>> stated) {
        names.forEach(name -> stated.putIfAbsent(name, Stated.meant(Input.BY_NAME.get(name), span)));
    }

    private static Optional<String> belongs(String name) {
        return Optional.ofNullable(Input.BY_NAME.get(name)).map(input -> name + " belongs to " + input.part());
    }

    /**
     * This, and all that another states of components that this says nothing of.
     *
     * @param base the other
     * @return both
     */
    public StatedContext over(StatedContext base) {
        Map<String, Stated<?>> both = new LinkedHashMap<>(base.stated);
        both.putAll(stated);
        return new StatedContext(both, sound && base.sound);
    }

    /**
     * The context.
     *
     * @param document where it is noted what is missing, or does not fit together
     * @return the context; nothing if anything is wrong with it
     */
    public Optional<FailureContext> build(JsonReading document) {
        boolean complete = true;
        for (Input<?> input : Input.CORE) {
            if (!stated.containsKey(input.name())) {
                complete = false;
                String message = "must be given: " + input.kind().allowed();
                document.fault(Code.CASE_CONTEXT_INVALID, input.path(), message);
            }
        }
        if (!sound || !complete) {
            return Optional.empty();
        }
        FailureContext.Builder context = FailureContext.builder();
        stated.values().forEach(component -> component.set(context));
        return document.checked(Code.CASE_CONTEXT_INVALID, this::place, context::build);
    }

    /** Where a component stands; nothing if it is not stated. */
    private Optional<Span> place(String path) {
        return Optional.ofNullable(stated.get(path.replaceFirst("^\\w+\\.(\\w+).*", "$1")))
                .map(Stated::span);
    }
}
