package org.recoveryrules.api;

/** What kind of thing went wrong. */
public enum FailureType {
    /** The core result is missing or wrong. */
    OUTCOME,
    /** It was delivered badly. */
    PROCESS,
    /** A special request was not met. */
    UNMET_REQUEST,
    /** Unprompted behaviour of staff. */
    EMPLOYEE_CONDUCT
}
