package org.example.hotel;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The front desk of a hotel: it decides by a policy of its own, which lies in its jar. */
@SpringBootApplication
public class FrontDesk {
    /**
     * Starts the application.
     *
     * @param failures the severity of each failure about which to decide
     */
    public static void main(String[] failures) {
        SpringApplication.run(FrontDesk.class, failures);
    }

    /** One advisor for all: it is made at the start, and a policy that cannot be used is told there. Spring closes it. */
    @Bean(destroyMethod = "close")
    DroolsRecoveryAdvisor advisor() {
        return DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.classPath("policy", FrontDesk.class.getClassLoader()))
                .build();
    }

    @Bean
    CommandLineRunner desk(RecoveryAdvisor advisor) {
        return failures -> {
            for (String severity : failures) {
                tell(advisor.decide(failure(Severity.valueOf(severity))));
            }
        };
    }

    private static FailureContext failure(Severity severity) {
        return FailureContext.builder()
                .severity(severity)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.of(CurrencyUnit.EUR, 2_000))
                .price(Money.of(CurrencyUnit.EUR, 120))
                .build();
    }

    private static void tell(RecoveryDecision decision) {
        System.out.println("The paradox " + decision.paradox().verdict());
        decision.remedies().forEach(remedy -> System.out.println(remedy.kind() + " granted by " + remedy.authority()));
    }
}
