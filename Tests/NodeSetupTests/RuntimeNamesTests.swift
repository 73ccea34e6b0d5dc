import Files
import SystemPackage
import TestKit
import Testing

@testable import NodeSetup

@Suite struct RuntimeNamesTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func readsContainerd() throws {
    let task = "run/containerd/io.containerd.runtime.v2.task/k8s.io/5e41415a"
    try scratch.write("\(task)/config.json", fixture: "bundles/containerd.json")
    let name = try #require(RuntimeNames(NodePaths(prefix: scratch.path)).containers.first)
    #expect(name.id == "5e41415a" && name.source == .containerd && name.isSandbox)
    #expect(name.podNamespace == "default" && name.podName == "web-7d9")
    #expect(name.hostname == "web-7d9")
    #expect(name.namespacePath == "/var/run/netns/cni-8f3a41c2")
  }

  /// CRI-O has its bundles in two places.
  @Test func readsContainersStorageOnce() throws {
    let run = "run/containers/storage/overlay-containers"
    let library = "var/lib/containers/storage/overlay-containers"
    try scratch.write("\(run)/c1/userdata/config.json", fixture: "bundles/crio.json")
    try scratch.write("\(library)/c1/userdata/config.json", fixture: "bundles/crio.json")
    try scratch.write("\(library)/p1/userdata/config.json", fixture: "bundles/podman.json")
    try scratch.write("\(library)/containers.json", text: #"[{"id":"p1","names":["web"]}, 7]"#)
    let names = RuntimeNames(NodePaths(prefix: scratch.path))
    #expect(names.gaps.isEmpty)
    #expect(names.containers.map(\.id) == ["c1", "p1"])
    #expect(names.containers.map(\.source) == [.crio, .podman])
    #expect(
      names.containers[0].podName == "api-55c" && names.containers[0].containerName == "server")
    #expect(names.containers[1].containerName == "web")
  }

  @Test func readsDocker() throws {
    try scratch.write(
      "var/lib/docker/containers/d0cce1/config.v2.json", fixture: "bundles/docker.json")
    let name = try #require(RuntimeNames(NodePaths(prefix: scratch.path)).containers.first)
    #expect(name.id == "d0cce1" && name.source == .docker && name.containerName == "web")
    #expect(
      name.namespacePath == "/var/run/docker/netns/4f5e6d"
        && name.podName == "web-1")
  }

  @Test func leavesOutWhatDoesNotRun() throws {
    try scratch.write(
      "var/lib/docker/containers/d/config.v2.json", text: #"{"ID":"d","State":{"Running":false}}"#)
    let names = RuntimeNames(NodePaths(prefix: scratch.path))
    #expect(names.containers.isEmpty && names.gaps.isEmpty)
  }

  @Test func keepsTheDamagedAsGaps() throws {
    try scratch.write("var/lib/docker/containers/a/config.v2.json", [])
    scratch.makeFifo("var/lib/docker/containers/pipe")
    try scratch.makeDirectory("var/lib/docker/containers/b/config.v2.json")
    try scratch.makeDirectory("var/lib/docker/containers/c")
    let names = RuntimeNames(NodePaths(prefix: scratch.path))
    #expect(names.containers.isEmpty)
    #expect(names.gaps.map(\.reason) == ["the file is empty", "not a regular file"])
  }

  /// Only what has been as it is for a while is told from what is written again at once.
  @Test func opensNothingAgainButWhatHasChanged() throws {
    let (task, storage) = (
      "run/containerd/io.containerd.runtime.v2.task/k8s.io",
      "var/lib/containers/storage/overlay-containers"
    )
    for id in 1...20 {
      try scratch.write("\(task)/c\(id)/config.json", fixture: "bundles/containerd.json")
      try scratch.write("\(storage)/p\(id)/userdata/config.json", fixture: "bundles/podman.json")
    }
    try scratch.write("\(storage)/containers.json", text: #"[{"id":"p1","names":["web"]}]"#)
    var cache = RuntimeFileCache()
    let nodePaths = NodePaths(prefix: scratch.path)
    while try !FileFacts(scratch.path.appending("\(storage)/containers.json")).isSettled {
      _ = try FileFacts(scratch.path)
    }
    let first = RuntimeNames(nodePaths, &cache)
    #expect(first.containers.count == 40 && cache.opened == 41)
    #expect(RuntimeNames(nodePaths, &cache) == first && cache.opened == 41)

    try scratch.write("\(task)/c7/config.json", fixture: "bundles/podman.json")
    try scratch.write("\(task)/c21/config.json", fixture: "bundles/containerd.json")
    let second = RuntimeNames(nodePaths, &cache)
    #expect(cache.opened == 43)
    #expect(second == RuntimeNames(nodePaths))
    #expect(second.containers.count == 41 && second != first)
  }

  @Test func keysOfBundlesInAnyCase() throws {
    let bundle = try Bundle(
      Array(
        #"{"HostName":"h","Annotations":{"A":"no","a":"yes"},"Linux":{"Namespaces":[{"TYPE":"network","Path":"/n"}]}}"#
          .utf8))
    #expect(
      bundle.hostname == "h" && bundle.namespacePath == "/n" && bundle.annotation("a") == "yes")
  }
}
