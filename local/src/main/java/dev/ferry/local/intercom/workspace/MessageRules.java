package dev.ferry.local.intercom.workspace;

import dev.ferry.local.simulation.Checks;
import java.time.Duration;

/// How conversations behave where the documents leave it open.
///
/// *Shape*, with the defaults of [#strict] in brackets:
///
/// - `refuseBeforeStart` [false] whether replies dated before their conversation are refused
/// - `adminsNeedSeat` [true] whether admins without an inbox seat are refused as authors, after the SDKs' tests
/// - `replyAddsParticipant` [false] whether a contact who is no participant may reply and becomes one, assumed
/// - `retagRefused` [false] whether a second application of a tag is refused, assumed
/// - `maxAttachments` [10] of one message, documented
/// - `maxFileBytes` [20 MiB] of one attachment, above which 413, assumed
/// - `maxBodyBytes` [40 MiB] of one request, above which 413, assumed
/// - `urlImagesOnly` [true] whether `attachment_urls` must lead to images, documented
/// - `urlTtl` [PT30M] life of an attachment's URL, documented
/// - `partsShown` [500] parts of a conversation that are shown, documented
/// - `searchCustomAttributes` [false] whether `custom_attribute.<name>` can be searched by, which is not documented
/// - `ticketDescriptionLimit` [32,767] characters of `_default_description_`, after a public loader
public record MessageRules(
        boolean refuseBeforeStart,
        boolean adminsNeedSeat,
        boolean replyAddsParticipant,
        boolean retagRefused,
        int maxAttachments,
        int maxFileBytes,
        int maxBodyBytes,
        boolean urlImagesOnly,
        Duration urlTtl,
        int partsShown,
        boolean searchCustomAttributes,
        int ticketDescriptionLimit) {

    public MessageRules {
        Checks.atLeast("maxAttachments", maxAttachments, 0);
        Checks.atLeast("maxFileBytes", maxFileBytes, 1);
        Checks.atLeast("maxBodyBytes", maxBodyBytes, 1);
        Checks.atLeast("partsShown", partsShown, 1);
        Checks.atLeast("ticketDescriptionLimit", ticketDescriptionLimit, 1);
        if (!urlTtl.isPositive()) {
            throw new IllegalArgumentException("urlTtl is %s; it is positive".formatted(urlTtl));
        }
    }

    /// The defaults.
    public static MessageRules strict() {
        return new MessageRules(
                false, true, false, false, 10, 20 << 20, 40 << 20, true, Duration.ofMinutes(30), 500, false, 32_767);
    }
}
