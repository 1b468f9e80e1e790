/** What can be said of a policy before it decides: types, profile, house style. Internal: not for callers. */
@NullMarked
package org.recoveryrules.drools.check;

import org.jspecify.annotations.NullMarked;
