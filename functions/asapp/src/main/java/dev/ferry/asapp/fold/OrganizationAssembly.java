package dev.ferry.asapp.fold;

import dev.ferry.core.identity.Accounts;
import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.identity.ResolveIdentities;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Organization;
import dev.ferry.core.source.OrganizationHandling;
import java.util.List;
import java.util.Optional;

/// Assembles the organisations of a bucket from what customers contribute.
final class OrganizationAssembly {
    private final AssemblyPorts ports;
    private final RowReader reader;

    OrganizationAssembly(AssemblyPorts ports, RowReader reader) {
        this.ports = ports;
        this.reader = reader;
    }

    void assemble(BucketRun run) {
        new EntityGathering(ports, Optional.empty())
                .forEachPage(run, page -> page.forEach(entity -> stage(run, entity)));
    }

    private void stage(BucketRun run, GatheredEntity entity) {
        AccountContribution all = entity.fragments().stream()
                .map(fragment -> Contributions.read(reader, fragment, AccountContribution.class))
                .reduce(AccountContribution::plus)
                .orElseThrow();
        String company = entity.id()
                .value()
                .substring("asapp:".length(), entity.id().value().indexOf(":org:"));
        CanonicalId alias = ResolveIdentities.largestOf(company);
        boolean largest = entity.id()
                .equals(ports.identities()
                        .lookup(IdentitySpace.ORGANIZATION, List.of(alias))
                        .get(alias));
        ScopedFields.tellOfLosers(run, entity.id(), ScopedFields.latest(all.fields()));
        all.shares().forEach((account, share) -> {
            Organization organization = organization(new CanonicalId(account), all, share, largest);
            run.count("distinct", 1);
            run.stage(organization.id(), organization);
        });
    }

    private static Organization organization(
            CanonicalId account, AccountContribution all, AccountContribution.Share share, boolean largest) {
        List<String> names = all.names().values().stream().distinct().toList();
        boolean parking = Accounts.isParking(account);
        boolean known = !parking && !names.isEmpty();
        String domain = parking ? null : all.domain();
        String name = known ? names.getFirst() : domain == null ? Accounts.parkingName(account) : domain;
        return new Organization(
                account,
                name,
                known,
                parking ? List.of() : names,
                domain,
                parking ? Accounts.parkingHandling(account) : handling(known),
                !parking && !known,
                Accounts.shard(account) + 1,
                all.shares().size(),
                share.contacts(),
                share.conversations(),
                largest && !parking,
                ScopedFields.latest(all.fields()));
    }

    private static OrganizationHandling handling(boolean known) {
        return known ? OrganizationHandling.ORGANIZATION : OrganizationHandling.PLACEHOLDER;
    }
}
