/** A policy: its files, its settings, its rules as compiled, its identity. Internal: not for callers. */
@NullMarked
package org.recoveryrules.drools.policy;

import org.jspecify.annotations.NullMarked;
