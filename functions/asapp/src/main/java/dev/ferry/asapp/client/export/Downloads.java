package dev.ferry.asapp.client.export;

import java.io.InputStream;

/// The bytes of files. They come from another host than the API: no key is sent there, and no turn is taken.
public interface Downloads {

    /// A file as a stream, which the caller closes. It fails when no byte comes for too long.
    ///
    /// *Errors*: [dev.ferry.asapp.client.AsappException]; `REFUSED` when fresh addresses are refused again and
    /// again.
    InputStream open(FeedFile file);
}
