package org.recoveryrules.drools.engine;

/** One thing that a rule finds, as what it adds to the proposals. A constant of the rule; immutable. */
@FunctionalInterface
interface Finding {
    void addTo(Proposals proposals);
}
