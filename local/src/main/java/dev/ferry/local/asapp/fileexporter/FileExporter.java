package dev.ferry.local.asapp.fileexporter;

import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.limits.Gate;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.ExportTree;
import dev.ferry.local.asapp.tree.PartitionFiles;
import dev.ferry.local.journal.RecordLog;
import java.net.URI;

/// The File Exporter: its calls, and the host that its URLs lead to.
public final class FileExporter {
    private final Tenant tenant;
    private final PartitionFiles files;
    private final Publication publication;
    private final PresignedUrls urls;

    /// @param tree the tree `fileexporter/` of an export
    /// @param downloads the address of the other host
    public FileExporter(Tenant tenant, ExportTree tree, PartitionFiles files, URI downloads) {
        this.tenant = tenant;
        this.files = files;
        this.publication = new Publication(tenant, tree);
        this.urls = new PresignedUrls(tenant, downloads);
    }

    /// The calls.
    public Resource calls() {
        return new FileExporterResource(tenant, publication, files, urls);
    }

    /// The other host.
    public DownloadHost downloads(Gate gate, RecordLog<CallRecord> log) {
        return new DownloadHost(this, gate, log);
    }

    Tenant tenant() {
        return tenant;
    }

    PartitionFiles files() {
        return files;
    }

    Publication publication() {
        return publication;
    }

    PresignedUrls urls() {
        return urls;
    }
}
