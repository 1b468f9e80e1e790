/** Tests of policies, and of what embeds them. */
@NullMarked
package org.recoveryrules.testkit;

import org.jspecify.annotations.NullMarked;
