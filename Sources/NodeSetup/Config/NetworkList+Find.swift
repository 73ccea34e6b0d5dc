public import CNI
import Files
public import SystemPackage

extension NetworkList {
  /// Finds a network by its name, in the order in which libcni looks: lists first, then single plugins,
  /// each in the order of the files' names.
  ///
  /// - Throws: if there is none, with what could not be read on the way.
  public static func find(_ name: String, in path: FilePath) throws(CNIError) -> NetworkList {
    let found = ConfigDirectory(path)
    let files = found.files.filter(\.isList) + found.files.filter { !$0.isList }
    guard let file = files.first(where: { $0.network == name }) else {
      throw CNIError(
        .invalidConfiguration, "there is no network \"\(name)\" in \(path)",
        details: found.gaps.map(\.description).joined(separator: "; "))
    }
    let form: ConfigFile.Form = file.isList ? .list : .single
    do {
      return try NetworkList(NetworkText(file.name, form, in: Directory(path)).bytes)
    } catch let error as CNIError {
      throw error
    } catch {
      throw CNIError(.io, "\(path.appending(file.name)): \(error)")
    }
  }
}
