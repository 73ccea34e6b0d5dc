/// The keys of the specification that every plugin's configuration may have (CNI specification, sections 1
/// and 3).
public enum PluginKey: String, ConfigKey {
  case name, cniVersion, type, ipam, dns, args, capabilities, runtimeConfig, prevResult
  case validAttachments = "cni.dev/valid-attachments"
  case attachments = "cni.dev/attachments"

  public var rule: KeyRule {
    switch self {
    case .name: .any("the network's name")
    case .cniVersion: .any("the version of the specification; 0.1.0 where it is missing")
    case .type: .text("the program to call")
    case .ipam: .object("the plugin that gives out addresses, and its keys")
    case .dns: .object("how a container looks up names")
    case .args: .object("what a person asks for; under cni")
    case .capabilities: .object("what a runtime may pass, each true or false")
    case .runtimeConfig: .object("what the runtime passes of the capabilities")
    case .prevResult: .object("the answer of the plugin before, or of ADD")
    case .validAttachments: .list("the attachments that GC keeps")
    case .attachments: .list("the same, under its name in a draft")
    }
  }
}

/// An attachment that GC keeps.
enum ValidAttachmentKey: String, ConfigKey {
  case containerID, ifname

  var rule: KeyRule {
    switch self {
    case .containerID: .text("the container's id")
    case .ifname: .text("the interface's name inside the container")
    }
  }
}
