import Topology

extension Topology {
  /// A node on which every state there is of files, plugins and cached results stands somewhere.
  static let setup = CNISetup(
    agents: agents, configurations: configurations,
    missingPlugins: [
      MissingPlugin(
        name: "portmap", neededBy: ["/etc/cni/net.d/10-mynet.conflist"],
        lookedIn: ["/opt/cni/bin"])
    ],
    pluginDirectories: [
      PluginDirectory(
        path: "/opt/cni/bin",
        programs: [
          Plugin(name: "bridge", versions: ["0.4.0", "1.0.0", "1.1.0"], isNamed: true),
          Plugin(name: "calico", error: "it ends with 1"),
          Plugin(name: "firewall", state: .noProgram),
          Plugin(name: "host-local", versions: ["0.4.0", "1.0.0"], isNamed: true),
          Plugin(name: "macvlan", state: .foreign("aarch64"), isNamed: true),
          Plugin(name: "ptp", state: .worldWritable), Plugin(name: "vlan", state: .notExecutable),
        ]),
      PluginDirectory(path: "/usr/lib/cni", error: "No such file or directory"),
    ], cache: cache)

  private static let agents = [
    CNIAgent(
      name: "kubelet", presence: .running(process: 812),
      files: ["/var/lib/kubelet/config.yaml"],
      settings: [
        .init(
          name: "containerRuntimeEndpoint", value: "unix:///run/containerd/containerd.sock",
          origin: "/var/lib/kubelet/config.yaml"),
        .init(name: "--network-plugin", value: "cni", origin: "process 812"),
      ], summary: "asks containerd, which fails (unix:///run/containerd/containerd.sock)",
      findings: [
        .init(
          .broken,
          "containerd: takes 10-mynet.conflist, ADD fails: plugin portmap is not in "
            + "/opt/cni/bin"),
        .init(.suspect, "--network-plugin: a kubelet from 1.24 on does not start with it"),
      ]),
    CNIAgent(
      name: "containerd", presence: .configured, files: ["/etc/containerd/config.toml"],
      settings: [
        .init(name: "conf_dir", value: "/etc/cni/net.d", origin: "/etc/containerd/config.toml"),
        .init(name: "bin_dir", value: "/opt/cni/bin", origin: "its default"),
        .init(name: "max_conf_num", value: "1", origin: "its default"),
      ], confDirectory: "/etc/cni/net.d", pluginDirectories: ["/opt/cni/bin"],
      taken: ["/etc/cni/net.d/10-mynet.conflist"],
      summary:
        "takes 10-mynet.conflist, ADD fails: plugin portmap is not in /opt/cni/bin",
      findings: [
        .init(
          .broken,
          "takes 10-mynet.conflist, ADD fails: plugin portmap is not in /opt/cni/bin")
      ]),
    CNIAgent(
      name: "cnitool", presence: .absent, confDirectory: "/etc/cni/net.d",
      pluginDirectories: ["/opt/cni/bin"], summary: "takes a network by its name, lists first"),
  ]

  private static let configurations = [
    ConfigurationFile(
      path: "/etc/cni/net.d/10-mynet.conflist", network: "mynet", version: "1.0.0",
      plugins: ["bridge", "portmap"],
      findings: [
        .init(.broken, "plugin portmap is not in /opt/cni/bin"),
        .init(.hint, "\"plugins[0].isgatway\" is no key of the plugin bridge"),
      ],
      verdicts: [
        .init(
          agent: "containerd", outcome: .taken, reason: "the first by name, max_conf_num is 1"),
        .init(agent: "cnitool", outcome: .byName, reason: "for who asks for mynet"),
      ],
      lines: [
        "{", "    \"cniVersion\": \"1.0.0\",", "    \"name\": \"mynet\",", "    \"plugins\": […]",
        "}",
      ]),
    ConfigurationFile(
      path: "/etc/cni/net.d/20-edge.conf", network: "edge", version: "0.3.1",
      plugins: ["macvlan"],
      findings: [
        .init(.broken, "plugin macvlan is for another machine: aarch64"),
        .init(
          .suspect, "its range 10.22.7.0/24 overlaps 10.22.0.0/16 of mynet (10-mynet.conflist)"),
      ],
      verdicts: [
        .init(
          agent: "containerd", outcome: .passedOver,
          reason: "max_conf_num is 1, and others come first"),
        .init(agent: "cnitool", outcome: .byName, reason: "for who asks for edge"),
      ], lines: ["{", "    \"name\": \"edge\"", "}"]),
    ConfigurationFile(
      path: "/etc/cni/net.d/30-lo.conf", network: "lo", version: "1.0.0", plugins: ["loopback"],
      verdicts: [
        .init(
          agent: "containerd", outcome: .passedOver,
          reason: "max_conf_num is 1, and others come first")
      ], lines: ["{", "    \"name\": \"lo\"", "}"]),
    ConfigurationFile(
      path: "/etc/cni/net.d/99-broken.conf", error: "not JSON at line 3, column 5",
      findings: [.init(.broken, "not JSON at line 3, column 5")],
      verdicts: [
        .init(
          agent: "cnitool", outcome: .stops, reason: "it gives up at a file that makes no sense")
      ]),
  ]

  private static let cache = [
    cached(1, "default/web-7d9", "10.22.0.2/16", .live, "its container's namespace is there"),
    cached(2, "default/api-55c", "10.22.0.3/16", .live, "its container's namespace is there"),
    cached(
      9, "default/old-web", "10.22.0.9/16", .stale,
      "its namespace /run/netns/cni-9 is gone: nobody called DEL for it"),
    CachedADD(
      path: "/var/lib/cni/results/mynet-half-eth0", state: .broken,
      evidence: "the JSON ends too early"),
  ]

  static func cached(
    _ pod: Int, _ name: String, _ address: String, _ state: CachedADD.State, _ evidence: String
  ) -> CachedADD {
    let id = Namespace.containerID(pod)
    return CachedADD(
      path: "/var/lib/cni/results/mynet-\(id)-eth0", network: "mynet", containerID: id,
      interface: "eth0", addresses: [prefix(address)],
      namespacePath: "/run/netns/cni-\(id.prefix(8))", namespace: state == .live ? .pod(pod) : nil,
      pod: name, since: Timestamp(seconds: Timestamp.look.seconds - 247), state: state,
      evidence: evidence)
  }
}
