public import CNI

extension Plan {
  /// What DEL of the plugin `bridge` does. Nothing of it minds what is gone already.
  ///
  /// The interface goes before its address, which is given out again only when nobody has it. The
  /// masquerade goes first: the kernel clears up after it while it waits for the interface's last packet.
  public static func del(
    _ attachment: Attachment, _ config: BridgeConfig, _ claim: Claim?
  ) -> Plan {
    var steps: [Step] = []
    if config.ipMasq { steps.append(.endMasquerade(attachment.mark, config.ipMasqBackend)) }
    let end = attachment.namespacePath.map {
      PodEnd(namespacePath: $0, name: attachment.key.interfaceName)
    }
    steps.append(.deletePair(PairRemoval(pod: end, mark: attachment.mark)))
    if config.macspoofchk { steps.append(.endSourceCheck(attachment.mark)) }
    if let claim { steps.append(.release(claim)) }
    return Plan(steps)
  }
}
