/// Words that nft's scanner (scanner.l of nftables 0.9 to 1.1) never takes for a name.
enum NftKeywords {
  static let all = Set(
    """
    accept add ah all and arp auto-merge bridge cgroup chain comment comp constant continue counter cpu create \
    ct day dccp dccpopt define delete describe destroy device devices dnat drop dst dup dynamic ecn element elements eq \
    esp ether exists expires export exthdr fib flags flow flowtable flowtables flush frag fwd gc-interval ge geneve \
    get goto gre gretap gt handle hbh helper hook hour ibridge ibriport ibrname icmp icmpv6 igmp iif iifgroup iifname iiftype \
    import in include index inet inner insert interval ip ip6 ipsec jhash json jump last le limit limits list log lshift lt \
    map maps mark masquerade meta meter meters mh missing mod monitor ne netdev nftrace not notrack numgen obridge obriport obrname \
    offload oif oifgroup oifname oiftype or osf out persistent pkttype policy position priority queue quota quotas random \
    redefine redirect reject rename replace reset return rshift rt rt0 rt2 rt4 rtclassid rule ruleset sctp secmark \
    secmarks set sets size skgid skuid snat socket srh symhash synproxy synproxys table tables tcp th time timeout tproxy type \
    typeof udp udplite undefine update vlan vmap vxlan xor xt
    """.split(separator: " ").map(String.init))
}
