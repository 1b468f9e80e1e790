package org.recoveryrules.drools.policy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;

/**
 * Reads one component of a fact by its name, {@code failure.severity}. Rules match the parts of the failure context and
 * the paradox assessment; there is one of each in a decision, so the values that made a rule fire follow from the
 * components that its conditions name.
 */
final class FactReader {
    private static final Set<String> NOT_COMPONENTS = Set.of("toString", "hashCode");
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.$])[a-z]\\w*");

    /** Readers by simple name of the fact's type and then by component. */
    private static final Map<String, Map<String, FactReader>> READERS = readers();

    private final String component;
    private final boolean ofAssessment;
    private final MethodHandle reader;

    private FactReader(String component, boolean ofAssessment, MethodHandle reader) {
        this.component = component;
        this.ofAssessment = ofAssessment;
        this.reader = reader.asType(MethodType.methodType(Object.class, Object.class));
    }

    /** Readers of the components that an expression over a type of fact names; none for a type that is no fact. */
    static Collection<FactReader> named(String factType, String expression) {
        Map<String, FactReader> ofType =
                READERS.getOrDefault(factType.substring(factType.lastIndexOf('.') + 1), Map.of());
        return NAME.matcher(TEXT.matcher(expression).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(ofType::containsKey)
                .map(ofType::get)
                .collect(Collectors.toSet());
    }

    String component() {
        return component;
    }

    Object read(FailureContext context, ParadoxAssessment assessment) {
        try {
            return reader.invokeExact((Object) (ofAssessment ? assessment : context));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("accessors throw nothing checked", e);
        }
    }

    private static Map<String, Map<String, FactReader>> readers() {
        Map<String, Map<String, FactReader>> readers = new TreeMap<>();
        for (RecordComponent part : FailureContext.class.getRecordComponents()) {
            MethodHandle toPart = handle(part.getAccessor());
            Map<String, FactReader> ofPart = accessors(part.getType())
                    .collect(Collectors.toMap(
                            Method::getName,
                            accessor -> new FactReader(
                                    part.getName() + "." + accessor.getName(),
                                    false,
                                    MethodHandles.filterReturnValue(toPart, handle(accessor)))));
            readers.put(part.getType().getSimpleName(), ofPart);
        }
        readers.put(
                ParadoxAssessment.class.getSimpleName(),
                accessors(ParadoxAssessment.class)
                        .collect(Collectors.toMap(
                                Method::getName,
                                accessor -> new FactReader("paradox." + accessor.getName(), true, handle(accessor)))));
        return readers;
    }

    private static Stream<Method> accessors(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !NOT_COMPONENTS.contains(method.getName()));
    }

    private static MethodHandle handle(Method accessor) {
        try {
            return MethodHandles.publicLookup().unreflect(accessor);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("accessors of the API are public", e);
        }
    }
}
