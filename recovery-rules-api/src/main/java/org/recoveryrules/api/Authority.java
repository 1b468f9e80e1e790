package org.recoveryrules.api;

/** Who may grant something on the spot; declared from the frontline upwards. */
public enum Authority {
    /** Anybody at the frontline. */
    AGENT,
    /** A supervisor. */
    SUPERVISOR,
    /** A manager. */
    MANAGER
}
