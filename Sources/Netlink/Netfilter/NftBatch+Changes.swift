extension NftBatch {
  /// `nft add table …`: nothing happens where it is already there.
  public mutating func add(_ table: NftTable.ID) {
    append(.newTable, table.family, .ensure) { $0.add(NftTableAttribute.name, table.name) }
  }

  /// `nft add chain …`, a base chain where there is a hook. Nothing happens where it is already there.
  public mutating func add(_ chain: NftChain.ID, _ hook: NftChain.Hook? = nil) {
    append(.newChain, chain.table.family, .ensure) { body in
      body.add(NftChainAttribute.table, chain.table.name)
      body.add(.name, chain.name)
      guard let hook else { return }
      body.nest(.hook, of: NftHookAttribute.self) { place in
        place.add(.number, hook.number, .network)
        place.add(.priority, UInt32(bitPattern: hook.priority), .network)
      }
      body.add(.policy, UInt32(hook.drops ? 0 : 1), .network)  // NF_DROP, NF_ACCEPT
      body.add(.type, hook.type)
    }
  }

  /// `nft add rule …`: at the end of its chain.
  public mutating func add(_ rule: NewRule) {
    append(.newRule, rule.chain.table.family, .add) { body in
      body.add(NftRuleAttribute.table, rule.chain.table.name)
      body.add(.chain, rule.chain.name)
      body.nest(.expressions, of: NftListAttribute.self) { list in
        for expression in rule.expressions {
          list.nest(.element, of: ExpressionAttribute.self, expression.write)
        }
      }
      if let comment = rule.comment {
        let text = Array(comment.utf8.prefix(NewRule.commentLimit)) + [0]
        body.add(.userdata, [0, UInt8(text.count)] + text)
      }
    }
  }

  /// `nft delete rule … handle …`
  public mutating func delete(_ rule: NftRule) {
    append(.deleteRule, rule.chain.table.family, .change) { body in
      body.add(NftRuleAttribute.table, rule.chain.table.name)
      body.add(.chain, rule.chain.name)
      body.add(.handle, rule.handle, .network)
    }
  }

  /// `nft flush chain …`
  public mutating func flush(_ chain: NftChain.ID) {
    append(.deleteRule, chain.table.family, .change) { body in
      body.add(NftRuleAttribute.table, chain.table.name)
      body.add(.chain, chain.name)
    }
  }

  /// `nft delete chain …`, which must be empty.
  public mutating func delete(_ chain: NftChain.ID) {
    append(.deleteChain, chain.table.family, .change) { body in
      body.add(NftChainAttribute.table, chain.table.name)
      body.add(.name, chain.name)
    }
  }
}
