public import CNI

extension Plan {
  /// What DEL of the plugin `bridge` does. Nothing of it minds what is gone already.
  ///
  /// The interface goes before its address, which is given out again only when nobody has it. The
  /// masquerade goes first: the kernel clears up after it while it waits for the interface's last packet.
  public static func del(
    _ attachment: Attachment, _ config: BridgeConfig, _ reservation: Reservation?
  ) -> Plan {
    var steps: [Step] = []
    if config.ipMasq { steps.append(.removeMasquerade(attachment.tag, config.ipMasqBackend)) }
    let end = attachment.namespacePath.map {
      PodEnd(namespacePath: $0, name: attachment.key.interfaceName)
    }
    steps.append(.deleteVeth(VethRemoval(pod: end, tag: attachment.tag)))
    if config.macspoofchk { steps.append(.removeMACSpoofCheck(attachment.tag)) }
    if let reservation { steps.append(.release(reservation)) }
    return Plan(steps)
  }
}
