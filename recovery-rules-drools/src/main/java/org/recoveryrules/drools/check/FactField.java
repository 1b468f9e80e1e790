package org.recoveryrules.drools.check;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Severity;

/**
 * A field of a fact: a component of a part of the failure context or of the paradox assessment, or what is derived from
 * one. There is one fact of each type in a decision, so the values that made a rule fire follow from the fields that its
 * conditions name.
 */
public final class FactField {
    /** What can be asked of a field. */
    public enum Kind {
        /** One constant of an enum. */
        CONSTANT,
        /** One constant of an enum whose order means something. */
        ORDERED_CONSTANT,
        /** True or false. */
        BOOLEAN,
        /** A whole number, 0 or more. */
        NUMBER,
        /** A sum, 0 or more. */
        AMOUNT,
        /** Constants of an enum. */
        SET,
        /** Nothing: there is no constant to compare it with. */
        OTHER
    }

    private static final Set<String> NOT_FIELDS = Set.of("toString", "hashCode");
    private static final Set<Class<?>> ORDERED = Set.of(Severity.class, Approach.class, Authority.class);
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*+\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.$])[a-z]\\w*");
    private static final Map<String, Map<String, FactField>> FIELDS = fields();

    private final String component;
    private final Kind kind;
    private final Class<?> type;
    private final boolean ofAssessment;
    private final MethodHandle reader;

    private FactField(String component, Method accessor, boolean ofAssessment, MethodHandle reader) {
        this.component = component;
        this.kind = kind(accessor);
        this.type = kind == Kind.SET ? elementType(accessor) : accessor.getReturnType();
        this.ofAssessment = ofAssessment;
        this.reader = reader.asType(MethodType.methodType(Object.class, Object.class));
    }

    /** The types of facts, by simple name. */
    public static Set<String> factTypes() {
        return FIELDS.keySet();
    }

    /** The fields of a type of fact, by name; none for a type that is no fact. */
    public static Map<String, FactField> of(String factType) {
        return FIELDS.getOrDefault(factType, Map.of());
    }

    /** The field of a type of fact by its name, if there is one. */
    public static Optional<FactField> of(String factType, String name) {
        return Optional.ofNullable(of(factType).get(name));
    }

    /** The fields that an expression over a type of fact names; none for a type that is no fact. */
    public static Collection<FactField> named(String factType, String expression) {
        Map<String, FactField> ofType = of(factType.substring(factType.lastIndexOf('.') + 1));
        return NAME.matcher(TEXT.matcher(expression).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(ofType::containsKey)
                .map(ofType::get)
                .collect(Collectors.toSet());
    }

    /** Part and name, {@code failure.severity}. */
    public String component() {
        return component;
    }

    /** What can be asked of it. */
    public Kind kind() {
        return kind;
    }

    /** The constants that it, or an element of it, can be; none where it is no enum. */
    public List<Enum<?>> constants() {
        Object[] constants = type.getEnumConstants();
        return constants == null
                ? List.of()
                : Stream.of(constants)
                        .<Enum<?>>map(constant -> (Enum<?>) constant)
                        .toList();
    }

    /** The name of the enum that it, or an element of it, is. */
    public String typeName() {
        return type.getSimpleName();
    }

    /** One of the constants that it, or an element of it, can be. */
    public Enum<?> constant(String name) {
        return constants().stream()
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it is of the paradox assessment, not of the context. */
    public boolean isOfAssessment() {
        return ofAssessment;
    }

    /** Its value in a context, if that needs no assessment. */
    public Optional<Object> read(FailureContext context) {
        return ofAssessment ? Optional.empty() : Optional.of(of(context));
    }

    /** Its value in a decision. */
    public Object read(FailureContext context, ParadoxAssessment assessment) {
        return of(ofAssessment ? assessment : context);
    }

    /** Its value in what it is of: a context or an assessment. */
    public Object of(Object owner) {
        try {
            return reader.invokeExact(owner);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("accessors throw nothing checked", e);
        }
    }

    private static Kind kind(Method accessor) {
        Class<?> type = accessor.getReturnType();
        if (type.isEnum()) {
            return ORDERED.contains(type) ? Kind.ORDERED_CONSTANT : Kind.CONSTANT;
        } else if (type == boolean.class) {
            return Kind.BOOLEAN;
        } else if (type == int.class || type == long.class) {
            return Kind.NUMBER;
        } else if (type == BigDecimal.class) {
            return Kind.AMOUNT;
        }
        return type == Set.class ? Kind.SET : Kind.OTHER;
    }

    private static Class<?> elementType(Method accessor) {
        return (Class<?>) ((ParameterizedType) accessor.getGenericReturnType()).getActualTypeArguments()[0];
    }

    private static Map<String, Map<String, FactField>> fields() {
        Map<String, Map<String, FactField>> fields = new TreeMap<>();
        for (RecordComponent part : FailureContext.class.getRecordComponents()) {
            MethodHandle toPart = handle(part.getAccessor());
            fields.put(
                    part.getType().getSimpleName(),
                    fieldsOf(
                            part.getType(),
                            accessor -> new FactField(
                                    part.getName() + "." + accessor.getName(),
                                    accessor,
                                    false,
                                    MethodHandles.filterReturnValue(toPart, handle(accessor)))));
        }
        fields.put(
                ParadoxAssessment.class.getSimpleName(),
                fieldsOf(
                        ParadoxAssessment.class,
                        accessor -> new FactField("paradox." + accessor.getName(), accessor, true, handle(accessor))));
        return Collections.unmodifiableMap(fields);
    }

    private static Map<String, FactField> fieldsOf(Class<?> type, Function<Method, FactField> field) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !NOT_FIELDS.contains(method.getName()))
                .collect(Collectors.toMap(Method::getName, field, (one, other) -> one, TreeMap::new));
    }

    private static MethodHandle handle(Method accessor) {
        try {
            return MethodHandles.publicLookup().unreflect(accessor);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("accessors of the API are public", e);
        }
    }
}
