//! Whom a request is meant for.
//!
//! A page of another site may let its own name point at this machine and then read what is
//! served here (DNS rebinding). Its requests bear its name; those of people who type an
//! address bear that.

use std::net::IpAddr;

/// Whether a `Host` names this machine: by an address, as `localhost`, or as the server
/// was told it is called.
pub(super) fn is_ours(host: &str, own: &str) -> bool {
    let Some(name) = without_port(host) else { return false };
    let literal = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_address = match literal {
        Some(literal) => literal.parse::<std::net::Ipv6Addr>().is_ok(),
        None => name.parse::<IpAddr>().is_ok_and(|address| address.is_ipv4()),
    };
    is_address || name.eq_ignore_ascii_case("localhost") || name.eq_ignore_ascii_case(own)
}

fn without_port(host: &str) -> Option<&str> {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => {
            port.bytes().all(|byte| byte.is_ascii_digit()).then_some(name)
        }
        _ => Some(host),
    }
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_our_names_are_answered() {
        let check =
            |host, expected| assert_eq!(is_ours(host, "desk.lan"), expected, "{host}");
        check("127.0.0.1:8000", true);
        check("127.0.0.1", true);
        check("localhost:8000", true);
        check("LOCALHOST", true);
        check("[::1]:8000", true);
        check("[::1]", true);
        check("192.168.1.7:8000", true);
        check("desk.lan:8000", true);
        check("evil.example:8000", false);
        check("localhost.evil.example", false);
        check("127.0.0.1.evil.example:8000", false);
        check("[evil]:80", false);
        check("::1", false);
        check("localhost:80@evil.example", false);
        check("", false);
    }
}
