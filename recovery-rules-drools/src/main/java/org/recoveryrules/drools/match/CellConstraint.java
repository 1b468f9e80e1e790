package org.recoveryrules.drools.match;

import java.io.NotSerializableException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.drools.base.base.ValueResolver;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.kie.api.runtime.rule.FactHandle;

/** A part of a condition as Drools takes it. Equal ones are one node in its network. Immutable, so that a copy is itself. */
final class CellConstraint implements AlphaNodeFieldConstraint {
    private static final long serialVersionUID = 1L;
    private static final Declaration[] NONE = {};

    private final transient CellTest test;

    CellConstraint(CellTest test) {
        this.test = test;
    }

    @Override
    public boolean isAllowed(FactHandle handle, ValueResolver resolver) {
        return test.holds((Cells) handle.getObject());
    }

    @Override
    public AlphaNodeFieldConstraint cloneIfInUse() {
        return this;
    }

    @Override
    public CellConstraint clone() {
        return this;
    }

    @Override
    public Declaration[] getRequiredDeclarations() {
        return NONE;
    }

    @Override
    public void replaceDeclaration(Declaration one, Declaration other) {
        // It has none.
    }

    @Override
    public ConstraintType getType() {
        return ConstraintType.ALPHA;
    }

    @Override
    public boolean isTemporal() {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellConstraint constraint && constraint.test.equals(test);
    }

    @Override
    public int hashCode() {
        return test.hashCode();
    }

    @Override
    public String toString() {
        return test.toString();
    }

    @Override
    public void writeExternal(ObjectOutput out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }

    @Override
    public void readExternal(ObjectInput in) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }
}
