/// Every target that is known, by the kernel's name for it.
let xtTargets: [String: any XtTarget.Type] = Dictionary(
  uniqueKeysWithValues: targetTypes.map { ($0.name, $0) })

private let targetTypes: [any XtTarget.Type] = [
  XtAudit.self, XtChecksum.self, XtClassify.self, XtClusterip.self, XtConnmarkTarget.self,
  XtConnsecmark.self, XtCT.self, XtDnat.self, XtDnpt.self, XtDscpTarget.self, XtEcnTarget.self,
  XtHlTarget.self, XtHmark.self, XtIdletimer.self, XtLed.self, XtLog.self, XtMarkTarget.self,
  XtMasquerade.self, XtNetmap.self, XtNflog.self, XtNfqueue.self, XtNotrack.self,
  XtRateestTarget.self, XtRedirect.self, XtReject.self, XtSecmark.self, XtSetTarget.self,
  XtSnat.self, XtSnpt.self, XtSynproxy.self, XtTcpmssTarget.self, XtTcpoptstrip.self, XtTee.self,
  XtTosTarget.self, XtTproxy.self, XtTrace.self, XtTtlTarget.self, XtUlog.self,
]
