import CNI

extension NodeFiles {
  /// Programs that are plugins of CNI: the reference ones, and what networks for Kubernetes bring along.
  public static let knownPlugins: Set<String> = Set(ConfigSchema.plugins.keys)
    .union(ConfigSchema.ipam.keys)
    .union([
      "antrea", "aws-cni", "azure-vnet", "azure-vnet-ipam", "calico", "calico-ipam", "cilium-cni",
      "kube-ovn", "multus", "ovn-k8s-cni-overlay", "weave-ipam", "weave-net",
      "whereabouts",
    ])
}
