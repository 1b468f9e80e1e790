package org.recoveryrules.drools.files;

/** How much a policy may have of what is read. All of it is far above what anybody writes. */
public final class PolicySize {
    /** Files, and in a folder the folders and what is passed over too. */
    public static final int FILES = 2_000;

    /** Bytes of all files. */
    public static final int BYTES = 20_000_000;

    /** Bytes of a file, as far as it is read; what may be a text is bounded more closely. */
    public static final int FILE_BYTES = 4 << 20;

    /** Characters of a text, a word or a number in a file. */
    public static final int WORD_LENGTH = 10_000;

    /** Bytes of a text. */
    static final int TEXT_BYTES = 1_000_000;

    /** Folders within each other. */
    static final int DEPTH = 10;

    /** Characters of a path. */
    static final int PATH_LENGTH = 500;

    private PolicySize() {}
}
