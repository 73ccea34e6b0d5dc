/// How names are looked up in a container (CNI specification, section 5).
public enum DNSKey: String, ConfigKey {
  case nameservers, domain, search, options

  public var rule: KeyRule {
    switch self {
    case .nameservers: .list("addresses of name servers")
    case .domain: .text("the local domain")
    case .search: .list("domains to search for short names")
    case .options: .list("options of the resolver")
    }
  }
}
