package org.recoveryrules.cli;

/** How a command ended, as the shell and a build server see it. */
public enum ExitCode {
    /** Done, and nothing to complain about. */
    FINE(0),
    /** Not done: the command was not understood, something it needs is missing, or it failed. */
    COULD_NOT_RUN(1),
    /** The policy cannot be used as it is. */
    POLICY_INVALID(2),
    /** The policy can be used, and decided otherwise than one of its cases expects, or these show too little. */
    CASES_FALL_SHORT(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /**
     * The number that the process ends with.
     *
     * @return 0 to 3
     */
    public int code() {
        return code;
    }
}
