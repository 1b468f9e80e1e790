/** The test kit's way to this engine: found by name where the test kit is on the class path. Internal: not for callers. */
@NullMarked
package org.recoveryrules.drools.testing;

import org.jspecify.annotations.NullMarked;
