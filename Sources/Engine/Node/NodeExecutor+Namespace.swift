import Kernel

extension NodeExecutor {
  /// Runs `body` with the container's namespace, which is opened once: whatever its path leads to
  /// meanwhile, all that is done for it is done in one and the same.
  ///
  /// - Throws: ``StepFailure/namespace(_:)`` where no network namespace is at the path, or the host's.
  mutating func withNamespace<Value>(
    of end: PodEnd, _ body: (borrowing NetworkNamespace) throws -> Value
  ) throws -> Value {
    let namespace = try takeNamespace(of: end)
    let result = Result { try body(namespace) }
    pod = consume namespace
    return try result.get()
  }

  /// Runs `body` inside the container's namespace.
  mutating func visit<Value: Sendable>(
    _ end: PodEnd, _ body: @escaping @Sendable () throws(KernelError) -> Value
  ) throws -> Value {
    try withNamespace(of: end) { try $0.visit(body) }
  }

  /// The same, where it is there: `nil` where nothing leads to it any more.
  ///
  /// - Throws: also where that cannot be told.
  mutating func visitIfThere<Value: Sendable>(
    _ end: PodEnd, _ body: @escaping @Sendable () throws(KernelError) -> Value
  ) throws -> Value? {
    try hold(end) ? try visit(end, body) : nil
  }

  /// Opens the container's namespace for all that follows; whether it is there.
  ///
  /// - Throws: where that cannot be told.
  mutating func hold(_ end: PodEnd) throws -> Bool {
    guard pod?.name != end.namespacePath else { return true }
    let found = try NetworkNamespace.ifThere(path: end.namespacePath, name: end.namespacePath)
    guard let namespace = found else { return false }
    try refuseOwn(namespace)
    pod = consume namespace
    return true
  }

  private mutating func takeNamespace(of end: PodEnd) throws -> NetworkNamespace {
    guard pod?.name == end.namespacePath, let held = pod.take() else { return try open(end) }
    return held
  }

  private func open(_ end: PodEnd) throws -> NetworkNamespace {
    let namespace: NetworkNamespace
    do throws(KernelError) {
      namespace = try NetworkNamespace(path: end.namespacePath, name: end.namespacePath)
    } catch {
      throw StepFailure.namespace(error.description)
    }
    try refuseOwn(namespace)
    return namespace
  }

  private func refuseOwn(_ namespace: borrowing NetworkNamespace) throws {
    guard !mayBeHost else { return }
    let own = try NetworkNamespace.current(name: "host").identity()
    guard try namespace.identity() == own else { return }
    throw StepFailure.namespace("\(namespace.name) is the plugin's own namespace")
  }
}
