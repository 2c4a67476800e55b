//! Networks that nobody outside of them may be led into.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, ToSocketAddrs};

use url::Host;

use super::Address;

/// Whether an address lies in a network of one's own, as far as names can be looked up.
pub(super) fn is_in_private(address: &Address) -> bool {
    match address.parsed_host() {
        Some(Host::Ipv4(ip)) => is_private(IpAddr::V4(ip)),
        Some(Host::Ipv6(ip)) => is_private(IpAddr::V6(ip)),
        Some(Host::Domain(name)) => {
            let found = (name, address.port()).to_socket_addrs();
            found.is_ok_and(|mut found| found.any(|at| is_private(at.ip())))
        }
        None => false,
    }
}

/// Whether an address of the Internet Protocol is none of the open network.
pub(super) fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_private_v4(ip),
        IpAddr::V6(ip) => is_private_v6(ip),
    }
}

fn is_private_v4(ip: Ipv4Addr) -> bool {
    let [first, second, third, _] = ip.octets();
    // Shared addresses (RFC 6598), protocols' own (RFC 6890), benchmarks (RFC 2544).
    let is_special = matches!(
        (first, second, third),
        (0 | 240.., ..) | (100, 64..=127, _) | (192, 0, 0) | (198, 18..=19, _)
    );
    is_special
        || ip.is_loopback()
        || ip.is_private()
        || ip.is_link_local()
        || ip.is_documentation()
        || ip.is_multicast()
}

fn is_private_v6(ip: Ipv6Addr) -> bool {
    // An address of the older protocol in the newer one's clothes, translated (RFC 6052) too.
    let older = ip.to_ipv4_mapped().or_else(|| match ip.segments() {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)))
        }
        _ => None,
    });
    match older {
        Some(older) => is_private_v4(older),
        None => {
            ip.is_loopback()
                || ip.is_unspecified()
                || ip.is_unique_local()
                || ip.is_unicast_link_local()
                || ip.is_multicast()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_private;

    #[test]
    fn networks_of_ones_own_are_known() {
        let check = |ip: &str, expected: bool| {
            assert_eq!(is_private(ip.parse().unwrap()), expected, "{ip}");
        };
        for ip in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "::1",
            "::",
            "fd00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
        ] {
            check(ip, true);
        }
        for ip in
            ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1", "::ffff:8.8.8.8"]
        {
            check(ip, false);
        }
    }
}
