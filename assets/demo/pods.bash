# Pods, wired as the bridge and host-local plugins wire them, with the files they leave behind.

workloads=(
  shop/web-7d9f6c5b8-x2k4q shop/cart-6b8d7f9c4-m7wzp shop/payments-5f4c9d8b7-qv9tn
  kube-system/coredns-5d78c9869d-8rjlf monitoring/prometheus-0 default/toolbox
  shop/web-7d9f6c5b8-b6n2h search/index-0 search/index-1 monitoring/grafana-84c7b6d5f-zz8kd
  batch/report-28391040-tk5w7 ingress/proxy-6cfd9
)

# Describes pod NUMBER in $pod $netns $id $veth $network $bridge $address $length $gateway $address6.
describe_pod() {
  local number=$1 place
  pod=${workloads[number % ${#workloads[@]}]}
  [ "$number" -lt "${#workloads[@]}" ] || pod=${pod%%/*}/$(printf 'worker-%03d' "$number")
  printf -v id '%08x%056x' $((0x9e3779b1 * (number + 1) & 0xffffffff)) $((number + 1))
  printf -v netns 'cni-%s-51c4-4f0e-9a3b-%012x' "${id:0:8}" "$number"
  veth=veth${id:0:8}
  if [ $((number % 3)) -eq 2 ] && [ "$number" -lt 600 ]; then
    place=$((number / 3 + 2)) network=backend bridge=cni1 length=24 gateway=172.30.8.1
    address=172.30.8.$place address6=
  else
    place=$((number + 2)) network=podnet bridge=cni0 length=16 gateway=10.22.0.1
    address=10.22.$((place / 256)).$((place % 256))
    printf -v address6 'fd00:10:22::%x' "$place"
  fi
}

# The `ip -batch` lines that make the namespace and its cable.
cable_lines() {
  printf 'netns add %s\n' "$netns"
  printf 'link add %s type veth peer name eth0 netns %s\n' "$veth" "$netns"
  printf 'link set %s master %s up\n' "$veth" "$bridge"
}

# The `ip -n NETNS -batch` lines that give the pod its addresses and routes.
inside_lines() {
  printf 'link set lo up\nlink set eth0 up\naddr add %s/%s dev eth0\n' "$address" "$length"
  printf 'route add default via %s\n' "$gateway"
  [ -z "$address6" ] || printf 'addr add %s/64 dev eth0 nodad\nroute add default via fd00:10:22::1\n' "$address6"
}

# The lease and the cached result: `leave_files` writes what the runtime would.
leave_files() {
  local ips
  ips="{\"interface\":2,\"address\":\"$address/$length\",\"gateway\":\"$gateway\"}"
  printf '%s\r\neth0' "$id" >"/var/lib/cni/networks/$network/$address"
  printf '%s' "$address" >"/var/lib/cni/networks/$network/last_reserved_ip.0"
  if [ -n "$address6" ]; then
    ips+=",{\"interface\":2,\"address\":\"$address6/64\",\"gateway\":\"fd00:10:22::1\"}"
    printf '%s\r\neth0' "$id" >"/var/lib/cni/networks/$network/$address6"
    printf '%s' "$address6" >"/var/lib/cni/networks/$network/last_reserved_ip.1"
  fi
  leave_result "{\"name\":\"$bridge\"},{\"name\":\"$veth\"}," "$ips"
}

# leave_result HOST-INTERFACES IPS: the file libcni keeps of an ADD.
leave_result() {
  cat >"/var/lib/cni/results/$network-$id-eth0" <<JSON
{"kind":"cniCacheV1","containerId":"$id","config":"","ifName":"eth0","networkName":"$network","netns":"/run/netns/$netns","cniArgs":[["IgnoreUnknown","1"],["K8S_POD_NAMESPACE","${pod%%/*}"],["K8S_POD_NAME","${pod#*/}"],["K8S_POD_INFRA_CONTAINER_ID","$id"]],"result":{"cniVersion":"1.0.0","interfaces":[$1{"name":"eth0","sandbox":"/run/netns/$netns"}],"ips":[$2],"routes":[{"dst":"0.0.0.0/0"}],"dns":{}}}
JSON
}

# The first 16 hexadecimal digits of a text's SHA-512, as the plugins sign their rules.
digest() {
  local sum
  sum=$(printf '%s' "$1" | sha512sum)
  printf '%s' "${sum:0:16}"
}

# The nft lines that masquerade what the pod sends beyond its own network.
masquerade_lines() {
  local comment rule='add rule inet cni_plugins_masquerade masq_checks'
  comment="${network_digest[$network]}-$(digest "eth0:$id"), net: $network, if: eth0, id: $id"
  comment=${comment:0:128}
  printf '%s ip saddr %s ip daddr != %s counter masquerade comment "%s"\n' \
    "$rule" "$address" "${subnet[$network]}" "$comment"
  [ -z "$address6" ] || printf '%s ip6 saddr %s ip6 daddr != fd00:10:22::/64 counter masquerade comment "%s"\n' \
    "$rule" "$address6" "$comment"
}

# add_pods FIRST COUNT: all cables in one batch, all rules in one transaction.
add_pods() {
  local first=$1 end=$(($1 + $2)) number
  for ((number = first; number < end; number++)); do describe_pod "$number"; cable_lines; done | ip -batch -
  for ((number = first; number < end; number++)); do
    describe_pod "$number"
    inside_lines | ip -n "$netns" -batch -
    leave_files
  done
  for ((number = first; number < end; number++)); do describe_pod "$number"; masquerade_lines; done | nft -f -
}

# remove_pod NUMBER: what a complete DEL takes away.
remove_pod() {
  local handle
  describe_pod "$1"
  ip netns del "$netns"
  rm -f "/var/lib/cni/results/$network-$id-eth0" "/var/lib/cni/networks/$network/$address"
  [ -z "$address6" ] || rm -f "/var/lib/cni/networks/$network/$address6"
  nft -a list chain inet cni_plugins_masquerade masq_checks | grep -F "saddr $address " |
    sed 's/.*handle //' | while read -r handle; do
    nft delete rule inet cni_plugins_masquerade masq_checks handle "$handle"
  done
}
