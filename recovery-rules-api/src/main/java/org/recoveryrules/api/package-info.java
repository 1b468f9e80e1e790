/**
 * Failure context in, recovery decision out.
 *
 * <p>A caller builds a {@link org.recoveryrules.api.FailureContext}, asks a {@link org.recoveryrules.api.RecoveryAdvisor}
 * and reads a {@link org.recoveryrules.api.RecoveryDecision}. Every type here but the builder is immutable and safe to
 * share between threads; no argument and no result is ever {@code null}. A bad argument is an
 * {@link IllegalArgumentException} whose message names the component, the value and what is allowed.
 */
@NullMarked
package org.recoveryrules.api;

import org.jspecify.annotations.NullMarked;
