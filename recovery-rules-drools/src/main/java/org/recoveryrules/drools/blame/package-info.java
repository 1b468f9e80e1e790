/**
 * Which rules have to do with what a case did not expect: told with each case that fails, whoever runs it. Internal: not for
 * callers.
 */
@NullMarked
package org.recoveryrules.drools.blame;

import org.jspecify.annotations.NullMarked;
