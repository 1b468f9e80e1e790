package org.recoveryrules.api;

/** What rules the recovery paradox out; one barrier is enough. */
public enum Barrier {
    /** The harm is too grave. */
    SEVERITY,
    /** It is not the first failure. */
    PRIOR_FAILURE,
    /** The firm could have prevented it. */
    AVOIDABLE,
    /** The firm could have seen it coming. */
    FORESEEABLE,
    /** The cause will come back. */
    RECURRING,
    /** It was the behaviour of staff. */
    EMPLOYEE_CONDUCT,
    /** A special request was not met. */
    UNMET_REQUEST
}
