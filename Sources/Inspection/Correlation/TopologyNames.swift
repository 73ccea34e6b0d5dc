import Topology

// Types of Topology that have a namesake in CNI: this file sees only the one.

typealias HeldLease = Lease
typealias NodePlugins = PluginDirectory
