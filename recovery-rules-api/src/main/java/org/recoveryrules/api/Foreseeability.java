package org.recoveryrules.api;

/** Could the firm have seen the failure coming and been ready? */
public enum Foreseeability {
    /** Nobody could have seen it coming. */
    UNFORESEEABLE,
    /** The firm could have been ready. */
    FORESEEABLE,
    /** Nobody has asked yet. */
    UNKNOWN
}
