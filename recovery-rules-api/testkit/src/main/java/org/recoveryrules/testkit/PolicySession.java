package org.recoveryrules.testkit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Found by JUnit: closes the policies that were loaded when all engines have run their tests. */
public final class PolicySession implements LauncherSessionListener {
    /** For the service loader. */
    public PolicySession() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        LoadedPolicies.open();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        LoadedPolicies.close();
    }
}
