import Addressing
import CNI
import Files
import SystemPackage

/// What host-local has given to an attachment, and where that is noted: all that is wanted to take it
/// back.
struct AttachmentLeases {
  let place: LeaseLocation
  let key: AttachmentKey
  /// The addresses that it is said to hold (`prevResult`).
  var known: [IPAddress] = []

  private var dataDir: FilePath { FilePath(place.dataDir) }
  var directory: FilePath { dataDir.appending(place.network) }

  /// Of whatever the attachment holds.
  var reservation: Reservation {
    Reservation(dataDir: place.dataDir, network: place.network, key: key, known: known)
  }

  /// Locks the leases of the network, whose directory is made where it is not there yet.
  func open() throws(CNIError) -> LeaseStore {
    do throws(FileFailure) {
      return try LeaseStore(dataDir: dataDir, network: place.network)
    } catch {
      throw io(error)
    }
  }

  /// Locks the leases of the network; `nil` where it has none.
  func existing() throws(CNIError) -> LeaseStore? {
    do throws(FileFailure) {
      return try LeaseStore.existing(dataDir: dataDir, network: place.network)
    } catch {
      throw io(error)
    }
  }

  func release() throws(CNIError) {
    guard let store = try existing() else { return }
    do throws(FileFailure) {
      try store.release(key, known: known)
    } catch {
      throw io(error)
    }
  }

  func check() throws(CNIError) {
    guard !LeaseDirectory(directory).addresses(of: key).isEmpty else {
      throw CNIError(.mismatch, "\(key.containerID) holds no address in \(directory)")
    }
  }

  func io(_ failure: FileFailure) -> CNIError { CNIError(.io, "\(directory): \(failure)") }
}
