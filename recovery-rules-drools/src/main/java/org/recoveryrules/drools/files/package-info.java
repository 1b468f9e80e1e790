/** The files of a policy as text with places, and what is wrong with them. Internal: not for callers. */
@NullMarked
package org.recoveryrules.drools.files;

import org.jspecify.annotations.NullMarked;
