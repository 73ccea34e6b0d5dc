# The node around the pods: bridges, uplink, configuration, traffic, and what went wrong on it.

declare -A subnet=([podnet]=10.22.0.0/16 [backend]=172.30.8.0/24)
declare -A network_digest=()

build_host() {
  local network
  for network in podnet backend; do
    network_digest[$network]=$(digest "$network")
    mkdir -p "/var/lib/cni/networks/$network"
    : >"/var/lib/cni/networks/$network/lock"
  done
  mkdir -p /var/lib/cni/networks/edge

  ip -batch - <<'IP'
link set lo up
netns add world
link add eth0 type veth peer name up0 netns world
addr add 198.51.100.2/24 dev eth0
link set eth0 up
route add default via 198.51.100.1
link add cni0 type bridge
addr add 10.22.0.1/16 dev cni0
addr add fd00:10:22::1/64 dev cni0 nodad
link set cni0 up
link add cni1 type bridge
addr add 172.30.8.1/24 dev cni1
link set cni1 up
IP
  ip -n world -batch - <<'IP'
link set lo up
addr add 203.0.113.1/32 dev lo
addr add 198.51.100.1/24 dev up0
link set up0 up
IP
  echo 1 >/proc/sys/net/ipv4/ip_forward
  [ ! -e /proc/sys/net/ipv6/conf/all/forwarding ] || echo 1 >/proc/sys/net/ipv6/conf/all/forwarding

  nft -f - <<'NFT'
table inet cni_plugins_masquerade {
  chain masq_checks { }
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    ip daddr 224.0.0.0/4 return
    ip6 daddr ff00::/8 return
    goto masq_checks
  }
}
NFT
  write_configuration
}

write_configuration() {
  cat >/etc/cni/net.d/10-podnet.conflist <<'JSON'
{
  "cniVersion": "1.0.0", "name": "podnet",
  "plugins": [
    { "type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true, "ipMasqBackend": "nftables",
      "ipam": { "type": "host-local",
        "ranges": [[{ "subnet": "10.22.0.0/16" }], [{ "subnet": "fd00:10:22::/64" }]],
        "routes": [{ "dst": "0.0.0.0/0" }, { "dst": "::/0" }] } },
    { "type": "portmap", "capabilities": { "portMappings": true } }
  ]
}
JSON
  cat >/etc/cni/net.d/20-backend.conflist <<'JSON'
{
  "cniVersion": "1.0.0", "name": "backend",
  "plugins": [
    { "type": "bridge", "bridge": "cni1", "isGateway": true, "ipMasq": true, "ipMasqBackend": "nftables",
      "ipam": { "type": "host-local", "ranges": [[{ "subnet": "172.30.8.0/24" }]],
        "routes": [{ "dst": "0.0.0.0/0" }] } }
  ]
}
JSON
  cat >/etc/cni/net.d/30-edge.conflist <<'JSON'
{
  "cniVersion": "1.0.0", "name": "edge",
  "plugins": [
    { "type": "macvlan", "master": "eth0",
      "ipam": { "type": "host-local", "ranges": [[{ "subnet": "198.51.100.0/24", "rangeStart": "198.51.100.50" }]] } }
  ]
}
JSON
}

# A pod that stands beside the node on the uplink, on no bridge.
add_macvlan_pod() {
  local pod=edge/gateway-0 netns=cni-e0e0e0e0-51c4-4f0e-9a3b-0000000000ed network=edge id
  printf -v id 'e0e0e0e0%056x' 237
  ip -batch - <<IP
netns add $netns
link add mv0 link eth0 type macvlan mode bridge
link set mv0 netns $netns name eth0
IP
  printf 'link set lo up\nlink set eth0 up\naddr add 198.51.100.50/24 dev eth0\nroute add default via 198.51.100.1\n' |
    ip -n "$netns" -batch -
  printf '%s\r\neth0' "$id" >/var/lib/cni/networks/edge/198.51.100.50
  leave_result '' '{"interface":0,"address":"198.51.100.50/24","gateway":"198.51.100.1"}'
}

# An address that nobody gave back: its container is long gone.
leak_a_lease() {
  printf '%064x\r\neth0' 0xdead >/var/lib/cni/networks/podnet/10.22.200.7
}

# add_unrelated_rules COUNT nft|legacy
add_unrelated_rules() {
  local count=$1 number match
  if [ "$2" = legacy ]; then
    { echo '*nat'; unrelated_rules "$count" '-A POSTROUTING -s %s -d 10.96.0.0/12 -p tcp -m tcp --dport %s -j RETURN\n'
      echo COMMIT; } | iptables-legacy-restore --noflush
  else
    { echo 'add table ip nat; add chain ip nat POSTROUTING { type nat hook postrouting priority 100; }'
      unrelated_rules "$count" 'add rule ip nat POSTROUTING ip saddr %s ip daddr 10.96.0.0/12 tcp dport %s counter return\n'
    } | nft -f -
  fi
}

# unrelated_rules COUNT FORMAT: the format takes an address and a port.
unrelated_rules() {
  local number
  for ((number = 0; number < $1; number++)); do
    # shellcheck disable=SC2059
    printf -- "$2" "10.$((100 + number / 65536)).$((number / 256 % 256)).$((number % 256))" $((number % 60000 + 1))
  done
}

# start_traffic PODS: the first pods talk to the world, another one to its bridge.
start_traffic() {
  local number to
  command -v ping >/dev/null || return 0
  for ((number = 0; number < $1 && number < 4; number++)); do
    describe_pod "$number"
    to=203.0.113.1
    [ "$number" -ne 3 ] || to=10.22.0.2
    nsenter --net="/run/netns/$netns" ping -q -i "0.$((2 + number))" -s $((100 + 300 * number)) "$to" </dev/null &>/dev/null &
  done
}

# churn PODS: pods beyond the first PODS come and go, three at a time.
churn() {
  local next=$1 turn
  for ((turn = 0; turn < 600; turn++)); do
    sleep 3
    add_pods "$next" 1
    [ "$turn" -lt 3 ] || remove_pod $((next - 3))
    next=$((next + 1))
  done </dev/null &>/dev/null
}
