/// S3 on one machine: S3Proxy, embedded, with buckets as directories and objects as files of the same name.
///
/// Neighbours: `cloud` starts it and says which buckets exist; a directory anywhere on disk, also a read-only one,
/// can be added as a bucket that nobody can write to. Invariant: an object appears under its key whole or not at
/// all.
///
/// What a file system cannot do, S3 on it cannot do either: a key cannot be both an object and the prefix of
/// another (`a` beside `a/b`), and no part of a key between slashes is longer than 255 bytes.
@NullMarked
package dev.ferry.local.s3;

import org.jspecify.annotations.NullMarked;
