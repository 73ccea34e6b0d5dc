/// What random rules are made of, as `RuleGrammar` reads it.
enum RuleTemplates {
  static let places: [(table: String, chain: String)] = [
    ("filter", "FORWARD"), ("mangle", "POSTROUTING"), ("raw", "PREROUTING"),
    ("nat", "PREROUTING"), ("nat", "POSTROUTING"),
  ]

  static let transports = ["", "tcp", "udp", "sctp", "89", "esp"]

  static let matches = [
    "-m addrtype <!>--src-type (LOCAL|UNICAST,MULTICAST|LOCAL,UNICAST)",
    "-m addrtype <!>--dst-type (LOCAL|MULTICAST)",
    "-m comment --comment <text>",
    "-m connbytes <!>--connbytes <count> --connbytes-mode (packets|bytes|avgpkt) --connbytes-dir (original|reply|both)",
    "-m connmark <!>--mark <mark>/<word>",
    "-m conntrack <!>--ctstate (NEW|INVALID,NEW|RELATED,ESTABLISHED|DNAT|SNAT,UNTRACKED)[ <!>--ctproto <byte>][ --ctdir REPLY]",
    "-m conntrack <!>--ctorigsrc <prefix>[ <!>--ctrepldst <address>][ <!>--ctorigdstport <ports>]",
    "-m conntrack <!>--ctstatus (NONE|ASSURED|EXPECTED,SEEN_REPLY)[ <!>--ctexpire <ports>]",
    "-m state <!>--state (NEW|ESTABLISHED,RELATED|UNTRACKED)",
    "-m dscp <!>--dscp <bits>",
    "-m ecn <!>--ecn-ip-ect (0|1|2|3)",
    "-m hashlimit --hashlimit-(upto|above) <count>/(sec|min|hour|day) [--hashlimit-burst <small> ]--hashlimit-name <name>[ --hashlimit-mode srcip,dstport][ --hashlimit-htable-max <count>][ --hashlimit-htable-expire <count>][ --hashlimit-srcmask <small>]",
    "-m hashlimit --hashlimit-above <count>kb/s --hashlimit-mode (srcip|srcport,dstip) --hashlimit-name <name>[ --hashlimit-burst <small>0mb]",
    "-m helper <!>--helper (ftp|sip-5060)",
    "-m length <!>--length <ports>",
    "-m limit --limit <count>/(sec|minute|hour|day)[ --limit-burst <count>]",
    "-m mark <!>--mark <mark>[/<word>]",
    "-m pkttype <!>--pkt-type (unicast|broadcast|multicast)",
    "-m quota <!>--quota <word>",
    "-m recent <!>--(set|remove) --name <name>[ --rdest]",
    "-m recent <!>--(rcheck|update) --seconds <small>[ --hitcount <small>][ --reap][ --rttl] --name <name>",
    "-m statistic --mode random <!>--probability 0.<count>",
    "-m statistic --mode nth <!>--every <small> --packet 0",
    "-m string <!>--string <text> --algo (bm|kmp)[ --from <byte>][ --to <count>][ --icase]",
    "-m time --timestart 0(1|7):(00|59):(00|59) --timestop 2(0|3):(10|59):(07|59)[ --weekdays Mon,Sun][ --monthdays 1,2,31][ --kerneltz]",
    "-m time --datestart 20(10|24)-(02-29|12-31|01-01|03-01)T0(1|2):03:04[ --datestop 2037-(05|11)-30]",
    "-m tos <!>--tos <byte>/<byte>",
    "-m u32 <!>--u32 '<byte>(&|>>)<small>[@<small>]=<byte>[,<small>:<byte>][&&<byte>=<word>]'",
  ]

  static let matchesOf = [
    "tcp": [
      "-m tcp [<!>--sport <ports> ][<!>--dport <ports> ][<!>--tcp-option <byte> ][<!>--tcp-flags (ALL|SYN,RST,ACK|FIN) (NONE|SYN|RST,FIN)]",
      "-m multiport <!>--(sports|dports|ports) <port>,<ports>[,<port>]",
      "-m tcpmss <!>--mss <ports>",
      "-m connlimit --connlimit-(upto|above) <count> --connlimit-mask <small>",
    ],
    "udp": [
      "-m udp [<!>--sport <ports> ][<!>--dport <ports>]",
      "-m multiport <!>--(sports|dports|ports) <ports>[,<port>,<ports>]",
    ],
    "sctp": [
      "-m sctp [<!>--sport <ports> ][<!>--dport <ports> ][<!>--chunk-types (any|all|only) (DATA|INIT,SACK|ABORT:T,DATA:bU)]"
    ],
    "esp": ["-m esp <!>--espspi <ports>"],
  ]

  static let matchesOfIPv4 = [
    "-m addrtype <!>--dst-type (BROADCAST|BLACKHOLE,UNREACHABLE,PROHIBIT|THROW)",
    "-m iprange <!>--src-range <address>-10.255.0.1",
    "-m ttl (--ttl-lt|--ttl-gt|<!>--ttl-eq) <byte>",
    "-m connlimit --connlimit-above <count>[ --connlimit-daddr]", "-f",
  ]

  static let matchesOfIPv6 = [
    "-m iprange <!>--dst-range <address>-fdff::1", "-m hl (--hl-lt|--hl-gt|<!>--hl-eq) <byte>",
    "-m frag <!>--fragid <ports>[ --fragmore]", "-m rt <!>--rt-type <byte>[ <!>--rt-len <byte>]",
  ]

  static let matchesOfOutput = [
    "-m owner <!>--uid-owner (0|1-1337)[ <!>--gid-owner (0|5-9)]", "-m owner <!>--socket-exists",
    "-m owner --gid-owner (0|5) --suppl-groups", "-m devgroup <!>--dst-group (0|5|0x0/0xf)",
    "-m physdev <!>--physdev-is-bridged", "-m policy --dir out --pol (none|ipsec)",
    "-m cpu <!>--cpu (0|7)", "-m addrtype <!>--src-type LOCAL --limit-iface-out",
    "-m conntrack --ctdir (ORIGINAL|REPLY) <!>--ctproto (17|6) <!>--ctorigsrcport 4000",
    "-m conntrack <!>--ctrepldstport <ports> <!>--ctreplsrcport <ports>",
  ]

  /// By table.
  static let targets = [
    "filter": [
      "", "-j ACCEPT", "-j DROP", "-j RETURN", "-j REJECT",
      "-j LOG [--log-prefix <text> ][--log-level (0|4|7) ][--log-uid ][--log-ip-options]",
      "-j NFLOG [--nflog-prefix <text> ][--nflog-group <port> ][--nflog-size <port>]",
      "-j NFQUEUE --queue-(num <port>|balance 1:<small>2)[ --queue-bypass]",
    ],
    "mangle": [
      "", "-j MARK --set-xmark <mark>/<word>", "-j CONNMARK --set-xmark <mark>/<word>",
      "-j CONNMARK --(save|restore)-mark[ --nfmask <word> --ctmask <mark>]",
      "-j DSCP --set-dscp <bits>", "-j TOS --set-tos <byte>/<byte>",
      "-j CLASSIFY --set-class <small>:<small>",
    ],
    "raw": [
      "", "-j NOTRACK", "-j TRACE", "-j CT [--notrack ][--zone <port> ][--ctevents new,mark]",
    ],
    "nat": ["", "-j ACCEPT", "-j RETURN"],
  ]
}
