package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.usd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.DecisionRecord;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Rule;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.json.RecordJson;

/** What a decision record promises: the same again is told to be the same, all else not, and nobody is told of. */
class DecisionReplayTest {
    private static final int CONTEXTS = 400;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+\\.[0-9]{2}");

    private static DroolsRecoveryAdvisor advisor;

    @BeforeAll
    static void load() {
        advisor = DroolsRecoveryAdvisor.standard();
    }

    @AfterAll
    static void close() {
        advisor.close();
    }

    @Test
    void a_decision_is_reproduced_from_its_record_by_a_policy_that_is_loaded_again() {
        try (DroolsRecoveryAdvisor later = DroolsRecoveryAdvisor.standard()) {
            contexts().forEach(context -> {
                DecisionRecord kept = record(context);
                DecisionRecord read = RecordJson.read(RecordJson.write(kept));

                assertThat(read).isEqualTo(kept);
                assertThat(read.differences(
                                context, later.decide(context, read.policy().digest())))
                        .isEmpty();
            });
        }
    }

    @Test
    void every_input_that_is_changed_is_noticed() throws ReflectiveOperationException {
        SplittableRandom random = new SplittableRandom(52);
        Set<String> changed = new TreeSet<>();
        for (int i = 0; i < CONTEXTS; i++) {
            FailureContext context = Contexts.random(random);
            FailureContext other = Contexts.random(random);
            RecoveryDecision decision = advisor.decide(context);
            DecisionRecord kept = DecisionRecord.of(context, decision);
            for (RecordComponent part : FailureContext.class.getRecordComponents()) {
                for (RecordComponent component : part.getType().getRecordComponents()) {
                    FailureContext mixed =
                            mixed(context, other, part, component).orElse(context);
                    if (!mixed.equals(context)) {
                        changed.add(component.getName());
                        assertThat(kept.differences(mixed, decision)).containsExactly("contextDigest");
                    }
                }
            }
        }

        assertThat(changed)
                .isEqualTo(new TreeSet<>(Stream.of(FailureContext.class.getRecordComponents())
                        .flatMap(part -> Stream.of(part.getType().getRecordComponents()))
                        .map(RecordComponent::getName)
                        .toList()));
    }

    @Test
    void every_other_version_of_the_policy_is_noticed_even_where_it_decides_the_same() {
        String settings = """
                name = standard
                version = 1.0.0
                currency = USD
                include.standard = paradox, conversation, follow-up, authority, remedy
                """;
        try (DroolsRecoveryAdvisor first = load(settings);
                DroolsRecoveryAdvisor same = load(settings);
                DroolsRecoveryAdvisor other = load(settings + "# nothing else\n")) {
            contexts().limit(CONTEXTS).forEach(context -> {
                DecisionRecord kept = DecisionRecord.of(context, first.decide(context));

                assertThat(kept.differences(context, same.decide(context))).isEmpty();
                assertThat(kept.differences(context, other.decide(context)))
                        .containsExactly("policy", "decisionDigest");
            });
        }
    }

    @Test
    void a_record_says_nothing_but_what_the_policy_says() throws JsonProcessingException {
        PolicyIdentity policy = advisor.policy().identity();
        Set<String> words = new TreeSet<>(Set.of("USD", policy.name(), policy.version(), policy.digest()));
        advisor.policy().rules().stream().map(Rule::id).forEach(words::add);
        Stream.of(Verdict.values(), Barrier.values(), RemedyKind.values(), Component.values(), Authority.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .forEach(words::add);
        for (FailureContext context : marked().toList()) {
            DecisionRecord kept = record(context);
            JsonNode json = new ObjectMapper().readTree(RecordJson.write(kept));

            assertThat(json.findValuesAsText("amount"))
                    .filteredOn(amount -> !amount.isEmpty())
                    .allMatch(AMOUNT.asMatchPredicate());
            assertThat(texts(json))
                    .filteredOn(text -> !words.contains(text) && !text.startsWith("settlement."))
                    .filteredOn(text -> !AMOUNT.matcher(text).matches())
                    .containsExactly(kept.contextDigest(), kept.decisionDigest());
            assertThat(json.toString()).doesNotContain("Novak", "31337");
        }
    }

    /** Contexts with what must not be told: a name, and a lifetime value of which no amount is a part. */
    private static Stream<FailureContext> marked() {
        return contexts().map(context -> {
            FailureContext.Builder builder = context.toBuilder()
                    .lifetimeValue(usd("31337.31"))
                    .entitlements(context.claim().entitlements().stream()
                            .map(owed -> new Entitlement(owed.kind(), owed.amount(), "Ada Novak's contract"))
                            .toList());
            return builder.build();
        });
    }

    private static Stream<FailureContext> contexts() {
        SplittableRandom random = new SplittableRandom(51);
        RandomContexts extreme = new RandomContexts(CurrencyUnit.USD, random);
        return Stream.concat(
                Stream.generate(() -> Contexts.random(random)).limit(CONTEXTS),
                Stream.generate(extreme::next).limit(CONTEXTS));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.asText())
                : Stream.iterate(0, i -> i < node.size(), i -> i + 1).flatMap(i -> texts(child(node, i)));
    }

    private static JsonNode child(JsonNode node, int index) {
        return node.isArray()
                ? node.get(index)
                : node.properties().stream()
                        .skip(index)
                        .findFirst()
                        .orElseThrow()
                        .getValue();
    }

    /** A context with one component of another; nothing where these do not fit together. */
    private static Optional<FailureContext> mixed(
            FailureContext context, FailureContext other, RecordComponent part, RecordComponent component)
            throws ReflectiveOperationException {
        Object otherPart = part.getAccessor().invoke(other);
        return with(
                        part.getAccessor().invoke(context),
                        component,
                        component.getAccessor().invoke(otherPart))
                .flatMap(changed -> with(context, part, changed))
                .map(FailureContext.class::cast);
    }

    /** A record with one component replaced; nothing where it does not fit. */
    private static Optional<Object> with(Object record, RecordComponent replaced, Object value) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getName().equals(replaced.getName())
                        ? value
                        : components[i].getAccessor().invoke(record);
            }
            Constructor<?> constructor = record.getClass()
                    .getConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            assertThat(e).hasCauseInstanceOf(IllegalArgumentException.class);
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static DecisionRecord record(FailureContext context) {
        return DecisionRecord.of(context, advisor.decide(context));
    }

    private static DroolsRecoveryAdvisor load(String settings) {
        return DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(Map.of("policy.properties", settings)))
                .build();
    }
}
