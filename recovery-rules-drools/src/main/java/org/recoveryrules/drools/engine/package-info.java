/**
 * One decision: parts of the context into a session, rules fired under a budget, findings settled. The only package that
 * opens sessions. Internal: not for callers.
 */
@NullMarked
package org.recoveryrules.drools.engine;

import org.jspecify.annotations.NullMarked;
