import Topology

/// The engine has an attachment of its own, by a path; this one is the topology's.
typealias PodAttachment = Attachment
