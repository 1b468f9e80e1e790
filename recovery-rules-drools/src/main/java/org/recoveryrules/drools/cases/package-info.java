/**
 * The cases of a policy: tables beside the rule files, one case a line, that say which rules fire on which context; read
 * with every fault at its place, run against anything that decides, and counted rule by rule.
 */
@NullMarked
package org.recoveryrules.drools.cases;

import org.jspecify.annotations.NullMarked;
