package org.recoveryrules.drools;

/** What a hostile policy would have to touch to have done something. */
public final class Hit {
    /** The system property that it could set. */
    public static final String PROPERTY = "recovery.hit";

    private static boolean done;

    static {
        System.setProperty(PROPERTY, "loaded");
    }

    public Hit() {
        done = true;
    }

    /** Does something; always true. */
    public static boolean now() {
        done = true;
        return done;
    }
}
