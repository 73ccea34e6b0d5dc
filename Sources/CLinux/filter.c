// Which system calls are refused to somebody who only looks (seccomp, a classic BPF program).
#define _GNU_SOURCE
#include "clinux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/// Changes of the machine, of the clock, of other processes; and what opens a file past its directory.
static const unsigned never[] = {
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_fsopen, SYS_fsconfig, SYS_fsmount,
    SYS_fspick, SYS_move_mount, SYS_open_tree, SYS_mount_setattr, SYS_unshare,
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_perf_event_open, SYS_userfaultfd,
    SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_bpf, SYS_reboot,
    SYS_swapon, SYS_swapoff, SYS_acct, SYS_quotactl, SYS_syslog, SYS_vhangup,
    SYS_add_key, SYS_request_key, SYS_keyctl,
    SYS_settimeofday, SYS_clock_settime, SYS_adjtimex, SYS_clock_adjtime,
    SYS_sethostname, SYS_setdomainname, SYS_open_by_handle_at, SYS_mknodat,
    SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register,
#ifdef SYS_kexec_file_load
    SYS_kexec_file_load,
#endif
#ifdef SYS_iopl
    SYS_iopl, SYS_ioperm, SYS_modify_ldt, SYS_mknod,
#endif
};

static const unsigned programs[] = {SYS_execve, SYS_execveat};

/// Those that change files by name; opening for writing is looked at by its flags. The flags of openat2
/// are out of reach.
static const unsigned writes[] = {
    SYS_openat2, SYS_truncate, SYS_unlinkat, SYS_mkdirat, SYS_renameat2, SYS_linkat, SYS_symlinkat,
    SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_utimensat, SYS_setxattr, SYS_lsetxattr,
    SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr,
#ifdef SYS_fchmodat2
    SYS_fchmodat2,
#endif
#ifdef SYS_renameat
    SYS_renameat,
#endif
#ifdef SYS_open
    SYS_creat, SYS_unlink, SYS_rmdir, SYS_mkdir, SYS_rename, SYS_link, SYS_symlink, SYS_chmod,
    SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, SYS_futimesat,
#endif
};

enum { MOST = 256 };
typedef struct {
  struct sock_filter steps[MOST];
  unsigned short count;
} filter;

static void add(filter *made, unsigned short code, unsigned value, unsigned char yes, unsigned char no) {
  if (made->count < MOST) made->steps[made->count++] = (struct sock_filter)BPF_JUMP(code, value, yes, no);
}

static void answer(filter *made, unsigned action) { add(made, BPF_RET | BPF_K, action, 0, 0); }
static void refuse(filter *made) { answer(made, SECCOMP_RET_ERRNO | EPERM); }

static void load(filter *made, unsigned long offset) {
  add(made, BPF_LD | BPF_W | BPF_ABS, (unsigned)offset, 0, 0);
}

/// Calls by another architecture's numbers are refused: they would have to be known apart.
static void check_architecture(filter *made) {
  load(made, offsetof(struct seccomp_data, arch));
  add(made, BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0);
  refuse(made);
  load(made, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  add(made, BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);  // __X32_SYSCALL_BIT
  refuse(made);
#endif
}

static void forbid(filter *made, const unsigned *calls, unsigned long count) {
  for (unsigned long index = 0; index < count; index++) {
    add(made, BPF_JMP | BPF_JEQ | BPF_K, calls[index], 0, 1);
    refuse(made);
  }
}

/// The call's flags are its argument `place`, of which the lower half says all.
static void forbid_opening(filter *made, unsigned call, int place) {
  unsigned writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
  add(made, BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4);
  load(made, offsetof(struct seccomp_data, args) + 8 * (unsigned)place);
  add(made, BPF_JMP | BPF_JSET | BPF_K, writing, 0, 1);
  refuse(made);
  answer(made, SECCOMP_RET_ALLOW);
}

#define FORBID(made, list) forbid(made, list, sizeof list / sizeof list[0])

int clinux_filter_calls(int forbidden) {
#ifndef OWN_ARCHITECTURE
  errno = ENOSYS;
  return -1;
#endif
  filter made = {.count = 0};
  check_architecture(&made);
  if (forbidden & CLINUX_NO_WRITES) {
    forbid_opening(&made, SYS_openat, 2);  // First, as the most frequent.
#ifdef SYS_open
    forbid_opening(&made, SYS_open, 1);
#endif
    FORBID(&made, writes);
  }
  if (forbidden & CLINUX_NO_PROGRAMS) FORBID(&made, programs);
  FORBID(&made, never);
  answer(&made, SECCOMP_RET_ALLOW);
  if (made.count == MOST) {
    errno = E2BIG;
    return -1;
  }
  struct sock_fprog program = {.len = made.count, .filter = made.steps};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}
