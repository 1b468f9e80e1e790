package org.recoveryrules.drools.json;

import java.util.Collection;
import java.util.HashMap;
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
    public static final StatedContext NOTHING = new StatedContext(Map.of(), Map.of(), true);

    private final Map<String, Stated<?>> stated;

    /** Where the components stand that this states, and no base. */
    private final Map<String, Span> places;

    private final boolean sound;

    /**
     * One component.
     *
     * @param value its value; nothing if it has its default, or if something is wrong with it
     */
    private record Stated<T>(Input<T> input, Optional<T> value) {
        static <T> Stated<T> read(Input<T> input, JsonValue value, JsonReading document) {
            boolean byDefault =
                    value instanceof Nothing && document.currency().isPresent() && !Input.CORE.contains(input);
            return new Stated<>(
                    input, byDefault ? Optional.empty() : input.kind().read(value, input.path(), document));
        }

        void set(FailureContext.Builder context) {
            value.ifPresent(given -> input.setter().accept(context, given));
        }
    }

    private StatedContext(Map<String, Stated<?>> stated, Map<String, Span> places, boolean sound) {
        this.stated = stated;
        this.places = places;
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
        StatedContext read = new StatedContext(new LinkedHashMap<>(), new HashMap<>(), false);
        Set<String> top = document.members(object, "", KNOWN_AT_THE_TOP, (name, member) -> {
            if (Input.PARTS.containsKey(name)) {
                read.part(name, member, document);
            } else {
                read.component(name, member, document);
            }
        });
        Set<String> names =
                object.members().stream().map(member -> member.name().text()).collect(Collectors.toSet());
        top.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> read.addMeant(Input.PARTS.getOrDefault(name, List.of(name))));
        if (isAnyOf(top, Input.PARTS.keySet()) && isAnyOf(top, Input.BY_NAME.keySet())) {
            String message = "must have every component in its part, or every component without";
            document.fault(Code.CASE_CONTEXT_INVALID, PATH, message);
        }
        return Optional.of(new StatedContext(read.stated, read.places, document.noted() == before));
    }

    private static boolean isAnyOf(Set<String> names, Set<String> others) {
        return names.stream().anyMatch(others::contains);
    }

    private void part(String part, JsonValue value, JsonReading document) {
        List<String> known = Input.PARTS.get(part);
        if (value instanceof Members object) {
            addMeant(document.members(
                    object,
                    part,
                    known,
                    StatedContext::belongs,
                    (name, component) -> component(name, component, document)));
        } else {
            document.refuse(value, part, "an object of " + String.join(", ", known));
            addMeant(known);
        }
    }

    private void component(String name, JsonValue value, JsonReading document) {
        stated.put(name, Stated.read(Input.BY_NAME.get(name), value, document));
        places.put(name, value.span());
    }

    /** What was meant to be there is not missing as well. */
    private void addMeant(Collection<String> names) {
        names.forEach(name -> stated.putIfAbsent(name, new Stated<>(Input.BY_NAME.get(name), Optional.empty())));
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
        return new StatedContext(both, places, sound && base.sound);
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

    /** Where a component stands; nothing if this does not state it. */
    private Optional<Span> place(String path) {
        return Optional.ofNullable(places.get(path.replaceFirst("^\\w+\\.(\\w+).*", "$1")));
    }
}
