// Where a thread, and what it starts, may write files (Landlock, Linux 5.13).
#define _GNU_SOURCE
#include "clinux.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// include/uapi/linux/landlock.h, where the C library's copy is older.
#define ALL_WRITES \
  (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE \
   | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG \
   | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK \
   | LANDLOCK_ACCESS_FS_MAKE_SYM)
#define REFER (1ULL << 13)     // LANDLOCK_ACCESS_FS_REFER, ABI 2
#define TRUNCATE (1ULL << 14)  // LANDLOCK_ACCESS_FS_TRUNCATE, ABI 3

static unsigned long long handled_by(long abi) {
  return ALL_WRITES | (abi >= 2 ? REFER : 0) | (abi >= 3 ? TRUNCATE : 0);
}

static void allow(int rules, int place, unsigned long long accesses) {
  struct landlock_path_beneath_attr rule = {.allowed_access = accesses, .parent_fd = place};
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

int clinux_limit_writes(const int *directories, int count) {
  long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return -1;
  unsigned long long all = handled_by(abi);
  struct landlock_ruleset_attr attributes = {.handled_access_fs = all};
  int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof all, 0);
  if (rules < 0) return -1;
  for (int index = 0; index < count; index++) allow(rules, directories[index], all);
  int nothing = open("/dev/null", O_PATH | O_CLOEXEC);
  if (nothing >= 0) {
    allow(rules, nothing, LANDLOCK_ACCESS_FS_WRITE_FILE | (all & TRUNCATE));
    close(nothing);
  }
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  int outcome = (int)syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
  return outcome;
}
