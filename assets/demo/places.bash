# Directories of the node's own, empty at first, where a container runtime keeps its files.

# Makes DIRECTORY a private one; where it is missing, its nearest parent gets a private layer on top.
private_place() {
  local directory=$1 parent=$1 layer
  while [ ! -d "$parent" ]; do parent=$(dirname "$parent"); done
  if [ "$parent" != "$directory" ]; then
    layer=/mnt/${parent//\//_}
    mkdir -p "$layer/upper" "$layer/work"
    mount -t overlay -o "lowerdir=$parent,upperdir=$layer/upper,workdir=$layer/work" overlay "$parent"
    mkdir -p "$directory"
  fi
  mount -t tmpfs -o mode=755 node "$directory"
}

private_places() {
  mount --make-rprivate /
  mount -t tmpfs node /mnt
  private_place /run/netns
  private_place /var/lib/cni
  private_place /etc/cni/net.d
  umount --lazy /mnt # the layers keep what they need of it
  mount --make-shared /run/netns
  mkdir -p /var/lib/cni/networks /var/lib/cni/results
  mount -t sysfs sysfs /sys 2>/dev/null || true
}
