/**
 * The cases of a policy, kept beside its rule files: what is expected of the decision about which context; read with every
 * fault at its place, run against anything that decides, and counted rule by rule.
 */
@NullMarked
package org.recoveryrules.drools.cases;

import org.jspecify.annotations.NullMarked;
