package dev.ferry.asapp.fold;

import dev.ferry.core.identity.Accounts;
import dev.ferry.core.identity.FreeMailDomains;
import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Customer;
import dev.ferry.core.staging.Fragment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Assembles the customers of a bucket from crosswalk rows and from what conversations contribute.
final class CustomerAssembly {
    private final AssemblyPorts ports;
    private final RowReader reader;
    private final FreeMailDomains freeMail;
    private final ScopedFields scoped;
    private final Map<CanonicalId, AccountContribution> organizations = new TreeMap<>();

    CustomerAssembly(AssemblyPorts ports, RowReader reader, FreeMailDomains freeMail, ScopedFields scoped) {
        this.ports = ports;
        this.reader = reader;
        this.freeMail = freeMail;
        this.scoped = scoped;
    }

    void assemble(BucketRun run) {
        new EntityGathering(ports, Optional.of(IdentitySpace.CUSTOMER)).forEachPage(run, page -> page(run, page));
        new Contributions(ports.fragments(), run.bucket()).putOrganizations(organizations);
    }

    private void page(BucketRun run, List<GatheredEntity> page) {
        Map<CanonicalId, CanonicalId> accounts = ports.identities()
                .lookup(
                        IdentitySpace.ACCOUNT,
                        page.stream().map(GatheredEntity::id).toList());
        for (GatheredEntity entity : page) {
            SortedSet<CrosswalkRow> rows = new TreeSet<>();
            CustomerContribution contribution = CustomerContribution.NONE;
            for (Fragment fragment : entity.fragments()) {
                if (!fragment.key().feed().equals(Contributions.CONVERSATIONS)) {
                    rows.addAll(CrosswalkRow.read(reader, fragment));
                } else if (fragment.key().entityId().equals(entity.id().value())) {
                    contribution = contribution.plus(Contributions.read(reader, fragment, CustomerContribution.class));
                }
            }
            run.count("distinct", 1);
            run.count("receivedRows", rows.size());
            run.count("distinctRows", rows.size());
            CustomerFold fold = new CustomerFold(entity, List.copyOf(rows), contribution);
            stage(run, fold.fold(accounts.get(entity.id()), freeMail, scoped), fold);
        }
    }

    private void stage(BucketRun run, Customer customer, CustomerFold fold) {
        run.stage(customer.id(), customer);
        ScopedFields.tellOfLosers(run, customer.id(), customer.structuredData());
        CanonicalId account = customer.organizationId();
        if (account != null) {
            organizations.merge(
                    Accounts.base(account),
                    AccountContribution.of(
                            customer.domain(),
                            account,
                            customer.conversations(),
                            fold.companyNames(),
                            Accounts.isParking(account) ? new TreeMap<>() : fold.ofOrganization(scoped)),
                    AccountContribution::plus);
        }
    }
}
