package org.recoveryrules.testkit.properties;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;

/** Found by jqwik: what a bare {@code @ForAll FailureContext} stands for. */
public final class FailureContextProvider implements ArbitraryProvider {
    /** For the service loader. */
    public FailureContextProvider() {}

    @Override
    public boolean canProvideFor(TypeUsage type) {
        return type.isOfType(FailureContext.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        return Set.of(
                PolicyHook.current().map(FailureContexts::any).orElseGet(() -> FailureContexts.any(CurrencyUnit.USD)));
    }
}
