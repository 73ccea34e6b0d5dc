import CNI

// Types of CNI that have a namesake in Topology: this file sees only the one.

typealias LeaseRecord = Lease
typealias PluginFolder = PluginDirectory
