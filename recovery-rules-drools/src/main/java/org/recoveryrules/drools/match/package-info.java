/**
 * Which rules of the declarative profile hold: their conditions, compiled. All that such rules can see of a failure is which
 * interval or constant each field falls in; so each condition is a test of that, and Drools is given these tests.
 */
@NullMarked
package org.recoveryrules.drools.match;

import org.jspecify.annotations.NullMarked;
