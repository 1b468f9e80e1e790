package org.recoveryrules.api;

/** Whether there is an external cause that may be explained to the customer. */
public enum Explanation {
    /** None. */
    NONE,
    /** A third party confirms the external cause. */
    THIRD_PARTY_VERIFIED
}
