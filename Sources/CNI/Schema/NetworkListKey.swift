/// The keys of a list of plugins (CNI specification, section 1), then nerdctl's own and where podman keeps its
/// labels. libcni reads a list into a map: only the case that is written here is read.
public enum NetworkListKey: String, ConfigKey {
  case name, cniVersion, cniVersions, plugins, disableCheck, disableGC, loadOnlyInlinedPlugins
  case nerdctlID, nerdctlLabels, args

  public var rule: KeyRule {
    switch self {
    case .name: .any("the network's name")
    case .cniVersion: .any("the version of the specification; 0.1.0 where it is missing")
    case .cniVersions: .list("the versions of which a runtime may take one")
    case .plugins: .list("the plugins in the order of ADD")
    case .disableCheck: .any("the runtime does not call CHECK")
    case .disableGC: .any("the runtime does not call GC")
    case .loadOnlyInlinedPlugins: .any("plugins in files of their own are left out")
    case .nerdctlID: .any("nerdctl's id of the network")
    case .nerdctlLabels: .object("nerdctl's labels of the network")
    case .args: .object("podman's labels of the network")
    }
  }
}
