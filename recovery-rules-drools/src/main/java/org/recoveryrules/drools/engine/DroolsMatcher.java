package org.recoveryrules.drools.engine;

import java.util.BitSet;
import org.drools.core.common.InternalFactHandle;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.recoveryrules.drools.match.Cells;
import org.recoveryrules.drools.match.DeclaredRules;
import org.recoveryrules.drools.policy.OwnLoader;

/** Asks Drools which rules of the declarative profile hold. Safe for use by any number of threads. */
final class DroolsMatcher implements RuleMatcher {
    private final Pool<Session> sessions;

    /**
     * Asks a network of declared rules.
     *
     * @param network see {@link DeclaredRules#network()}
     */
    DroolsMatcher(KieBase network) {
        KieSessionConfiguration confined = confined();
        sessions = new Pool<>(
                () -> new Session((StatefulKnowledgeSessionImpl) network.newKieSession(confined, null)),
                Session::dispose);
    }

    /** Of sessions that one thread at a time uses, and nobody else knows of. */
    static KieSessionConfiguration confined() {
        KieSessionConfiguration confined =
                OwnLoader.with(() -> KieServices.get().newKieSessionConfiguration());
        confined.setOption(ThreadSafeOption.NO);
        confined.setOption(KeepReferenceOption.NO);
        return confined;
    }

    @Override
    public BitSet holding(Cells cells) {
        return sessions.with(session -> session.holding(cells));
    }

    @Override
    public void rest() {
        sessions.clear();
    }

    /**
     * A session used for one failure after another: empty before and after. Confined to the thread that leased it. With direct
     * firing, Drools 10.2 would keep for good what is deleted.
     */
    private static final class Session {
        private final StatefulKnowledgeSessionImpl session;
        private final BitSet holding = new BitSet();

        Session(StatefulKnowledgeSessionImpl session) {
            this.session = session;
            session.setGlobal(DeclaredRules.HOLDING, holding);
        }

        BitSet holding(Cells cells) {
            holding.clear();
            InternalFactHandle inserted = (InternalFactHandle) session.insert(cells);
            session.fireAllRules();
            // Drools forgets by itself what no rule matches.
            if (!inserted.isDisconnected()) {
                session.delete(inserted);
                session.fireAllRules();
            }
            return (BitSet) holding.clone();
        }

        void dispose() {
            session.dispose();
        }
    }
}
