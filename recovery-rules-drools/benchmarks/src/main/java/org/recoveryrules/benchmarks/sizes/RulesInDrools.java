package org.recoveryrules.benchmarks.sizes;

import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Rule files built by Drools alone, as its manual shows it. */
final class RulesInDrools implements AutoCloseable {
    private final KieContainer container;
    private final ReleaseId module;

    private RulesInDrools(KieContainer container, ReleaseId module) {
        this.container = container;
        this.module = module;
    }

    /**
     * Builds.
     *
     * @param ruleFiles rule files, by path
     */
    static RulesInDrools build(Map<String, String> ruleFiles) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId module = services.newReleaseId("benchmarks", "rules", Integer.toHexString(ruleFiles.hashCode()));
        files.generateAndWritePomXML(module);
        ruleFiles.forEach((path, text) -> files.write("src/main/resources/" + path, text));
        KieBuilder builder = services.newKieBuilder(files).buildAll();
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalArgumentException("the rules must compile, but did not: "
                    + builder.getResults().getMessages(Message.Level.ERROR));
        }
        return new RulesInDrools(services.newKieContainer(module), module);
    }

    KieBase kieBase() {
        return container.getKieBase();
    }

    /** Gives back what Drools keeps of them. */
    @Override
    public void close() {
        container.dispose();
        KieServices.get().getRepository().removeKieModule(module);
    }
}
