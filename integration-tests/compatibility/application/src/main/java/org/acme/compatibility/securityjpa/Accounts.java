package org.acme.compatibility.securityjpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;

@ApplicationScoped
public class Accounts {

    @Inject
    EntityManager accounts;

    @Transactional
    void open(@Observes StartupEvent start) {
        accounts.persist(Account.of("grace", "a password of a test"));
    }
}
