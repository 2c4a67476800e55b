//! Why a connection is not secure, in words for those who do not know certificates.

/// The reason behind what the library for secure connections says.
pub(super) fn reason(said: &str) -> &'static str {
    const REASONS: &[(&str, &str)] = &[
        ("expired", "its certificate has expired"),
        ("not valid yet", "its certificate is not valid yet"),
        ("not valid for name", "its certificate is another host's"),
        ("UnknownIssuer", "nobody known has signed its certificate"),
        ("CaUsedAsEndEntity", "it has signed its certificate itself"),
        ("Revoked", "its certificate was revoked"),
        ("certificate", "its certificate is not valid"),
        ("InvalidContentType", "what answers there knows no TLS"),
    ];
    let known = REASONS.iter().find(|(part, _)| said.contains(part));
    known.map_or("the two do not come to terms", |(_, reason)| reason)
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn reasons_are_given_in_words() {
        let check =
            |said: &str, expected: &str| assert_eq!(reason(said), expected, "{said}");
        check(
            "invalid peer certificate: certificate expired: verification time 1700000000 \
             (UNIX), but certificate is not valid after 1600000000",
            "its certificate has expired",
        );
        check(
            "invalid peer certificate: certificate not valid for name \"a.org\"; certificate \
             is only valid for DnsName(\"b.org\")",
            "its certificate is another host's",
        );
        check(
            "invalid peer certificate: UnknownIssuer",
            "nobody known has signed its certificate",
        );
        check("invalid peer certificate: BadEncoding", "its certificate is not valid");
        check(
            "received corrupt message of type InvalidContentType",
            "what answers there knows no TLS",
        );
        check("received fatal alert: HandshakeFailure", "the two do not come to terms");
    }
}
