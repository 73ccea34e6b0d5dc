/// Every match that is known, by the kernel's name for it.
let xtMatches: [String: any XtMatch.Type] = Dictionary(
  uniqueKeysWithValues: matchTypes.map { ($0.name, $0) })

private let matchTypes: [any XtMatch.Type] = [
  XtAddrtype.self, XtAh.self, XtBPF.self, XtCgroup.self, XtCluster.self, XtComment.self,
  XtConnbytes.self, XtConnlabel.self, XtConnlimit.self, XtConnmark.self, XtConntrack.self,
  XtCpu.self, XtDccp.self, XtDevgroup.self, XtDscp.self, XtDst.self, XtEcn.self, XtEsp.self,
  XtEui64.self, XtFrag.self, XtHashlimit.self, XtHbh.self, XtHelper.self, XtHl.self, XtIcmp.self,
  XtIcmp6.self, XtIpcomp.self, XtIprange.self, XtIpv6header.self, XtIpvs.self, XtLength.self,
  XtLimit.self, XtMac.self, XtMark.self, XtMh.self, XtMultiport.self, XtNfacct.self, XtOsf.self,
  XtOwner.self, XtPhysdev.self, XtPkttype.self, XtPolicy.self, XtQuota.self, XtRateest.self,
  XtRealm.self, XtRecent.self, XtRpfilter.self, XtRt.self, XtSctp.self, XtSet.self, XtSocket.self,
  XtSrh.self, XtState.self, XtStatistic.self, XtString.self, XtTcp.self, XtTcpmss.self,
  XtTime.self, XtTos.self, XtTtl.self, XtU32.self, XtUdp.self,
]
