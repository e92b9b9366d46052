package dev.ferry.local.asapp.renditions;

import dev.ferry.local.asapp.tenant.RowRules;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.DataFile;
import dev.ferry.local.asapp.tree.Partition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Cuts files off half-way, and encrypts others, with a key that nobody has.
///
/// Chance goes by the file's place, so a partition is always damaged alike.
final class Damage {
    private static final int TURN = 0x5A;

    private final Tenant tenant;
    private final Partition partition;
    private final RowRules rules;

    Damage(Tenant tenant, Partition partition) {
        this.tenant = tenant;
        this.partition = partition;
        this.rules = tenant.knobs().rows();
    }

    /// Damages a finished file in its place.
    void of(DataFile file) throws IOException {
        String place = partition.key() + "/" + file.name();
        if (tenant.chance().marks(rules.encryptedFileRate(), "encrypted " + place)) {
            Path encrypted = file.content().resolveSibling(file.name() + ".enc");
            Files.write(encrypted, turned(Files.readAllBytes(file.content())));
            Files.delete(file.content());
        } else if (tenant.chance().marks(rules.cutFileRate(), "cut " + place)) {
            try (FileChannel bytes = FileChannel.open(file.content(), StandardOpenOption.WRITE)) {
                bytes.truncate(bytes.size() / 2);
            }
        }
    }

    // Not the encryption of anybody's agreement, but as unreadable.
    private static byte[] turned(byte[] bytes) {
        ByteBuffer turned = ByteBuffer.allocate(bytes.length);
        for (byte one : bytes) {
            turned.put((byte) (one ^ TURN));
        }
        return turned.array();
    }
}
