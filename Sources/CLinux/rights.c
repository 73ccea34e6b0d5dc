// The rights of this process. All of this is said of the one thread there is: later ones inherit it.
#define _GNU_SOURCE
#include "clinux.h"

#include <linux/capability.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int clinux_has_raised_rights(void) { return getauxval(AT_SECURE) != 0 && getuid() != 0; }

/// A program that is set-user-id or set-group-id goes on as whoever called it, with its capabilities.
static int become_caller(void) {
  uid_t user = getuid();
  gid_t group = getgid();
  if (user == geteuid() && group == getegid()) return 0;
  prctl(PR_SET_KEEPCAPS, 1);
  return setresgid(group, group, group) == 0 && setresuid(user, user, user) == 0 ? 0 : -1;
}

int clinux_keep_capabilities(unsigned long long kept) {
  for (int number = 0; number < 64; number++)
    if ((kept >> number & 1) == 0) prctl(PR_CAPBSET_DROP, number, 0, 0, 0);
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  if (become_caller() != 0) return -1;
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3];
  if (syscall(SYS_capget, &header, sets) != 0) return -1;
  for (int half = 0; half < _LINUX_CAPABILITY_U32S_3; half++) {
    sets[half].permitted &= (__u32)(kept >> 32 * half);
    sets[half].effective = sets[half].permitted;
    sets[half].inheritable = 0;
  }
  return (int)syscall(SYS_capset, &header, sets);
}

int clinux_give_up_rights(void) {
  if (clinux_keep_capabilities(0) != 0) return -1;
  return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);  // What is below /proc/self is ours again.
}

int clinux_forbid_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }
