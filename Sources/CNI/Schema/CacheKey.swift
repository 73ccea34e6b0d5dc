/// The keys of an entry of libcni's result cache (libcni, `cachedInfo`).
enum CacheKey: String, ConfigKey {
  case kind
  case containerID = "containerId"
  case config
  case interfaceName = "ifName"
  case network = "networkName"
  case namespacePath = "netns"
  case arguments = "cniArgs"
  case capabilities = "capabilityArgs"
  case result

  var rule: KeyRule {
    switch self {
    case .kind: .text("cniCacheV1")
    case .containerID: .text("CNI_CONTAINERID")
    case .config: .text("the configuration as it was, in Base64")
    case .interfaceName: .text("CNI_IFNAME")
    case .network: .text("the network's name")
    case .namespacePath: .text("CNI_NETNS; newer runtimes keep it")
    case .arguments: .list("CNI_ARGS, each a list of name and value")
    case .capabilities: .object("what the runtime passed")
    case .result: .object("what the last plugin answered")
    }
  }
}
