package org.recoveryrules.drools.match;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Pattern;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.core.reteoo.CoreComponentFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.match.CellTest.AllOf;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * The conditions of the rules of the declarative profile, compiled: as an index, and as a network for Drools. Drools never
 * sees a rule file, and nothing that it is given is compiled into code: it can read nothing into a text that the check did
 * not. Immutable.
 */
public final class DeclaredRules {
    /** The global to which each rule that holds adds its number, a {@link BitSet}. */
    public static final String HOLDING = "holding";

    private static final ClassLoader LOADER = DeclaredRules.class.getClassLoader();
    private static final String PACKAGE = "recoveryrules.declared";

    private final Aspects aspects;
    private final Index index;
    private final List<String> names;
    private final List<CellTest> tests;

    /**
     * Compiles conditions in which nothing is wrong.
     *
     * @param rules the rules; each is known by its place in this list
     */
    public DeclaredRules(List<RuleNode> rules) {
        aspects = new Aspects(rules);
        names = rules.stream().map(rule -> rule.name().text()).toList();
        tests = rules.stream().map(aspects::test).toList();
        index = new Index(aspects.counts(), tests);
    }

    /**
     * All that rules see of a failure before the paradox is assessed.
     *
     * @param context what is known about it
     * @return what to ask for
     */
    public Cells see(FailureContext context) {
        return aspects.of(context);
    }

    /**
     * All that they see of it then.
     *
     * @param before what they saw before
     * @param assessment the assessment
     * @return what to ask for
     */
    public Cells see(Cells before, ParadoxAssessment assessment) {
        return aspects.of(before, assessment);
    }

    /**
     * Which rules hold, by the index.
     *
     * @param cells what they see
     * @return their numbers, the caller's own
     */
    public BitSet holding(Cells cells) {
        return index.holding(cells);
    }

    /**
     * What a rule tells apart.
     *
     * @param reads the fields that it reads
     * @return nothing if one of them can hold more than a constant, so that what it holds does not follow from its cell
     */
    public Optional<Situations> situations(List<FactField> reads) {
        return aspects.situations(reads);
    }

    /**
     * The rules as Drools asks them, in sessions into which {@link Cells} are inserted.
     *
     * @return another network each time
     */
    public KieBase network() {
        InternalKnowledgePackage all = CoreComponentFactory.get().createKnowledgePackage(PACKAGE);
        all.setClassLoader(LOADER);
        all.addGlobal(HOLDING, BitSet.class);
        for (int number = 0; number < tests.size(); number++) {
            all.addRule(rule(number, names.get(number), tests.get(number)));
        }
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, LOADER);
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        InternalKnowledgeBase network = KnowledgeBaseFactory.newKnowledgeBase(configuration);
        network.addPackages(List.of(all));
        return network;
    }

    private static RuleImpl rule(int number, String name, CellTest test) {
        RuleImpl rule = new RuleImpl(name);
        rule.setPackage(PACKAGE);
        rule.setLoadOrder(number);
        Pattern cells = new Pattern(0, new ClassObjectType(Cells.class));
        (test instanceof AllOf all ? all.parts() : List.of(test))
                .forEach(part -> cells.addConstraint(new CellConstraint(part)));
        rule.addPattern(cells);
        rule.setConsequence(new Holding(number));
        return rule;
    }
}
