public import SystemPackage

extension Directory {
  /// Goes through a directory as far as it can be read: that there is none at all is no gap.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - limit: the most names that are handed on; more of them are a gap.
  ///   - read: takes in the names, in the order of their bytes, and adds what could not be learned.
  /// - Returns: all gaps; `nil` where there is no such directory.
  public static func list(
    _ path: FilePath, limit: Int,
    _ read: (borrowing Directory, [String], inout [FileGap]) throws(FileFailure) -> Void
  ) -> [FileGap]? {
    var gaps: [FileGap] = []
    do throws(FileFailure) {
      let directory = try Directory(path)
      let found = try directory.names(limit: limit)
      if found.isCutOff { gaps.append(.cutOff(path, after: limit)) }
      try read(directory, found.names, &gaps)
    } catch .refused(.noSuchFileOrDirectory) {
      return nil
    } catch {
      gaps.append(FileGap(path, error))
    }
    return gaps
  }
}
