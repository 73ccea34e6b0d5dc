import CNI
import Files
import SystemPackage

extension AttachmentLocks {
  /// Those of a network, none of them held.
  static func opened(of network: String, _ holder: Holder) throws(CNIError) -> AttachmentLocks {
    do throws(FileFailure) {
      return try AttachmentLocks(of: network, holder)
    } catch .refused(.invalidArgument) {
      throw CNIError(.invalidConfiguration, "no network can be called \"\(network.prefix(64))\"")
    } catch {
      throw CNIError(.io, "\(directory)/\(holder.rawValue)/\(network): \(error)")
    }
  }

  /// The lock of one attachment; waits for whoever holds it.
  static func allocation(
    _ key: AttachmentKey, of network: String, _ holder: Holder
  ) throws(CNIError) -> AttachmentLocks {
    let locks = try opened(of: network, holder)
    do throws(FileFailure) {
      try locks.lock(key)
    } catch {
      throw CNIError(.io, "\(directory)/\(holder.rawValue)/\(network): \(error)")
    }
    return locks
  }
}
